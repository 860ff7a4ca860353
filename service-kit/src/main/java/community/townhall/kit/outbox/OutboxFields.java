/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

/** What the outbox adds to an aggregate's document. A document with nothing to deliver has none of these. */
final class OutboxFields {

    static final String ID = "_id";
    static final String VERSION = "version";

    /** The undelivered events, oldest first. */
    static final String OUTBOX = "outbox";

    /** Since when there has been something to deliver, by the writer's clock; what the sweep looks for. */
    static final String OUTBOX_SINCE = "outboxSince";

    /** Which relay is delivering, and until when others leave it to do so. */
    static final String LEASE = "outboxLease";

    static final String LEASE_OWNER = LEASE + ".owner";
    static final String LEASE_UNTIL = LEASE + ".until";

    /** Tells the documents of one taking over from all others. */
    static final String TAKING = LEASE + ".taking";

    private OutboxFields() {}
}
