/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotifyTest {

    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Notification told(String memberId, @Nullable String actorId, Instant at) {
        return new Notification(memberId, NotificationKind.ofText("mentioned"), "cause", actorId, null, Map.of(), at);
    }

    @Test
    void nobody_is_told_of_their_own_doing() {
        assertThat(Notify.isNews(told("ada", "ada", NOW), CLOCK)).isFalse();
        assertThat(Notify.isNews(told("ada", "bob", NOW), CLOCK)).isTrue();
        assertThat(Notify.isNews(told("ada", null, NOW), CLOCK)).isTrue();
    }

    @Test
    void what_happened_more_than_a_day_ago_is_history() {
        assertThat(Notify.isNews(told("ada", "bob", NOW.minus(Notify.NEWS_LAST)), CLOCK))
                .isTrue();
        assertThat(Notify.isNews(told("ada", "bob", NOW.minus(Notify.NEWS_LAST).minusMillis(1)), CLOCK))
                .isFalse();
    }
}
