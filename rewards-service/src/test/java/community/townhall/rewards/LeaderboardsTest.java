/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.content.PostPublished;
import community.townhall.events.engagement.MemberJoined;
import community.townhall.events.engagement.MemberState;
import community.townhall.kit.id.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The boards of those who earned most. */
class LeaderboardsTest extends AgainstTheService {

    @Test
    void leaderboards_go_by_when_the_points_were_earned_whatever_the_order_they_are_told_in() {
        LocalDate monday = LocalDate.parse("1999-03-01");
        for (int daysLater : List.of(2, 0, 7, 1, 40)) {
            Instant at = monday.plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
            events().send(new PostPublished(published(Ids.next(), ada, at)), 1, at);
        }
        events().send(new PostPublished(published(Ids.next(), bob, Instant.parse("1999-03-01T23:59:59Z"))), 1);
        events().send(new MemberJoined(new MemberState(ada, "Ada", MONDAY, null)), 1);
        settle();

        assertThat(places("day?date=1999-03-01", ada, bob)).isEqualTo(Map.of(ada, 5L, bob, 5L));
        assertThat(places("day?date=1999-03-03", ada, bob)).isEqualTo(Map.of(ada, 5L));
        assertThat(places("week?date=1999-03-07", ada, bob)).isEqualTo(Map.of(ada, 15L, bob, 5L));
        assertThat(places("month?date=1999-03-31", ada, bob)).isEqualTo(Map.of(ada, 20L, bob, 5L));
        assertThat(places("all-time", ada, bob)).isEqualTo(Map.of(ada, 25L, bob, 5L));

        JsonNode week = get("/leaderboards/week?date=1999-03-03", null);
        assertThat(week.get("from").asString()).isEqualTo("1999-03-01");
        assertThat(week.get("to").asString()).isEqualTo("1999-03-07");
        assertThat(week.get("items").get(0).get("member").get("name").asString())
                .isEqualTo("Ada");
        assertThat(week.get("items").get(0).get("rank").asInt()).isEqualTo(1);
        JsonNode day = get("/leaderboards/day?date=1999-03-01", null);
        assertThat(day.get("items").get(1).get("rank").asInt()).isEqualTo(1); // a tie
        assertThat(client(null).get("/leaderboards/decade").expecting(404).text())
                .contains("not-found");
        client(null).get("/leaderboards/day?date=soon").expecting(400).naming("date", "type");
        client(null).get("/leaderboards/week?date=9999-12-31").expecting(422).naming("date", "range");
        client(null).get("/leaderboards/month?date=9999-12-31").expecting(200);
    }
}
