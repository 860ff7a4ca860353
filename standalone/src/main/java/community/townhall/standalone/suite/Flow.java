/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.suite;

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
 */
public record Flow(
        @Nullable Long outboxPending,
        @Nullable Long consumerLag,
        @Nullable Long deadLetters,
        @Nullable Long ledgerImbalance) {

    public static final Flow UNKNOWN = new Flow(null, null, null, null);

    static Flow of(JsonNode answer) {
        return new Flow(
                figure(answer, "outboxPending"),
                figure(answer, "consumerLag"),
                figure(answer, "deadLetters"),
                figure(answer, "ledgerImbalance"));
    }

    /** Unknown as soon as one part is; the ledger is one service's alone. */
    public static Flow sum(Stream<Flow> flows) {
        return flows.reduce((a, b) -> new Flow(
                        plus(a.outboxPending, b.outboxPending),
                        plus(a.consumerLag, b.consumerLag),
                        plus(a.deadLetters, b.deadLetters),
                        a.ledgerImbalance != null ? a.ledgerImbalance : b.ledgerImbalance))
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
