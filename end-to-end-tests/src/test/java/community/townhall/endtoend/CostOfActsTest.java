/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What one act of a member makes the suite do, with all that follows from it: documents written, messages sent, messages
 * read and handled. On a few cores everything is bounded by how many things are made for each act, so a change that raises
 * one of these says why. Each is the first paid act of the day of somebody who is a member already.
 */
class CostOfActsTest {

    private static final List<String> SERVICES = List.of("content", "engagement", "moderation", "rewards");
    private static final String WRITTEN = "mongo_documents_written";
    private static final String SENT = "outbox_delivered";
    private static final String HANDLED = "events_handled";
    private static final Pattern FIGURE =
            Pattern.compile("(?m)^townhall_(%s|%s|%s)_total\\{([^}]*)} (\\S+)$".formatted(WRITTEN, SENT, HANDLED));
    private static final Pattern LABEL = Pattern.compile("(collection|kind|consumer)=\"([^\"]*)\"");
    /** Something may happen beside an act, once: a sweep, a job. It makes the figures larger, never smaller. */
    private static final int TRIES = 3;

    private final Townhall townhall = Townhall.running();
    private final Community community = new Community(townhall);

    /**
     * @param documents written, with those that only clear what was delivered: on a slow machine twice what a quick one
     *     clears once, so that there is room for two
     */
    record Cost(long documents, long messages, long handled) {

        boolean isWithin(Cost most) {
            return documents <= most.documents && messages <= most.messages && handled <= most.handled;
        }
    }

    record Act(String name, Cost most) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Act> acts() {
        return Stream.of(
                new Act("vote", new Cost(23 + 2, 5, 9)),
                new Act("comment", new Cost(21 + 2, 8, 15)),
                new Act("post", new Cost(18 + 2, 7, 17)),
                new Act("thanks", new Cost(17 + 2, 6, 14)));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void an_act_costs_no_more_than_it_did(Act act) {
        Measured least = Stream.generate(() -> measured(act.name()))
                .limit(TRIES - 1)
                .filter(measured -> measured.cost().isWithin(act.most()))
                .findFirst()
                .orElseGet(() -> measured(act.name()));

        System.out.printf("%s: %s %s%n", act, least.cost(), least.each());
        assertThat(least.cost().documents())
                .as("documents written, %s", least.each())
                .isLessThanOrEqualTo(act.most().documents());
        assertThat(least.cost().messages())
                .as("messages sent")
                .isLessThanOrEqualTo(act.most().messages());
        assertThat(least.cost().handled())
                .as("messages handled, %s", least.each())
                .isLessThanOrEqualTo(act.most().handled());
    }

    private record Measured(Cost cost, Map<String, Long> each) {}

    private Measured measured(String act) {
        String author = Community.newMember();
        String member = Community.newMember();
        String post = community.publishedPost(author, "DISCUSSION", "What costs something");
        Client client = townhall.member(member);
        client.put("/api/engagement/members/me", Map.of("displayName", "Costs " + member.substring(0, 12)))
                .expect(200);
        townhall.settle();
        Map<String, Long> before = figures();

        switch (act) {
            case "vote" ->
                client.put("/api/engagement/reactions/post/" + post + "/up", Map.of())
                        .expect(200);
            case "comment" ->
                client.post("/api/engagement/comments", Map.of("postId", post, "text", "A remark, " + member))
                        .expect(201);
            case "post" -> community.publishedPost(member, "DISCUSSION", "What costs more");
            case "thanks" ->
                client.put("/api/engagement/thanks/post/" + post, Map.of("word", "Thank you, " + member))
                        .expect(200);
            default -> throw new IllegalArgumentException(act);
        }

        townhall.settle();
        Map<String, Long> each = new TreeMap<>(figures());
        before.forEach((name, figure) -> each.merge(name, -figure, Long::sum));
        each.values().removeIf(figure -> figure == 0);
        return new Measured(new Cost(sum(each, WRITTEN), sum(each, SENT), sum(each, HANDLED)), each);
    }

    private static long sum(Map<String, Long> figures, String name) {
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey().contains(name))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<String, Long> figures() {
        Map<String, Long> figures = new TreeMap<>();
        for (String service : SERVICES) {
            String page = townhall.anonymous()
                    .at(townhall.managementUrl(service))
                    .get("/actuator/prometheus")
                    .expect(200)
                    .text();
            Matcher figure = FIGURE.matcher(page);
            while (figure.find()) {
                String labels = LABEL.matcher(figure.group(2))
                        .results()
                        .map(label -> label.group(2))
                        .collect(Collectors.joining(" "));
                figures.merge(
                        "%s %s %s".formatted(service, figure.group(1), labels),
                        Math.round(Double.parseDouble(figure.group(3))),
                        Long::sum);
            }
        }
        return figures;
    }
}
