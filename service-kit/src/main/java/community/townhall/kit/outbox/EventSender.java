/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import java.util.concurrent.CompletableFuture;

/** Hands an event to the broker. */
@FunctionalInterface
interface EventSender {

    /** Completes when the broker has stored the event for good, or exceptionally when it did not in time. */
    CompletableFuture<?> send(OutboxEntry entry);
}
