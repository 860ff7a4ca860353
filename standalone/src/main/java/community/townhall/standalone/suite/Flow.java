/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.suite;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How events flow through services. A figure that could not be asked for is absent, which is not the same as zero.
 *
 * @param outboxPending documents with undelivered events
 * @param consumerLag events sent but not yet processed
 * @param deadLetters events laid aside
 * @param ledgerImbalance what the points ledger is off by
 * @param ailing consumers that do not simply run
 */
public record Flow(
        @Nullable Long outboxPending,
        @Nullable Long consumerLag,
        @Nullable Long deadLetters,
        @Nullable Long ledgerImbalance,
        List<Consumer> ailing) {

    public static final Flow UNKNOWN = new Flow(null, null, null, null, List.of());

    /**
     * @param state as its service tells it, such as {@code STUCK}
     * @param oldestSeconds how long ago the oldest event was sent that it has read and not handled
     */
    public record Consumer(
            String name,
            String state,
            double oldestSeconds,
            @Nullable String reason) {

        static Consumer of(JsonNode consumer) {
            return new Consumer(
                    consumer.path("name").asString(""),
                    consumer.path("state").asString(WELL),
                    consumer.path("oldestSeconds").asDouble(0),
                    consumer.path("reason").asString(null));
        }
    }

    private static final String WELL = "RUNNING";

    static Flow of(JsonNode answer) {
        return new Flow(
                figure(answer, "outboxPending"),
                figure(answer, "consumerLag"),
                figure(answer, "deadLetters"),
                figure(answer, "ledgerImbalance"),
                answer.path("consumers")
                        .valueStream()
                        .map(Consumer::of)
                        .filter(consumer -> !consumer.state().equals(WELL))
                        .toList());
    }

    /** Unknown as soon as one part is; the ledger is one service's alone. */
    public static Flow sum(Stream<Flow> flows) {
        return flows.reduce((a, b) -> new Flow(
                        plus(a.outboxPending, b.outboxPending),
                        plus(a.consumerLag, b.consumerLag),
                        plus(a.deadLetters, b.deadLetters),
                        a.ledgerImbalance != null ? a.ledgerImbalance : b.ledgerImbalance,
                        Stream.concat(a.ailing.stream(), b.ailing.stream()).toList()))
                .orElse(UNKNOWN);
    }

    private static @Nullable Long figure(JsonNode answer, String name) {
        JsonNode figure = answer.path(name);
        return figure.isNumber() ? Long.valueOf(figure.asLong()) : null;
    }

    private static @Nullable Long plus(@Nullable Long a, @Nullable Long b) {
        return a == null || b == null ? null : Long.valueOf(a + b);
    }
}
