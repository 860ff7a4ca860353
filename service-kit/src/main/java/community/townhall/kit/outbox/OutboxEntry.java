/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An undelivered event as it stands in its aggregate's document.
 *
 * @param id made with the entry and kept for good: redeliveries carry the same
 * @param body JSON
 */
record OutboxEntry(
        String id,
        String type,
        String subject,
        String key,
        long entityVersion,
        Instant time,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceParent,
        String body) {

    Document toDocument() {
        Document document = new Document("id", id)
                .append("type", type)
                .append("subject", subject)
                .append("key", key)
                .append("entityVersion", entityVersion)
                .append("time", Date.from(time))
                .append("body", body);
        appendPresent(document, "correlationId", correlationId);
        appendPresent(document, "causationId", causationId);
        appendPresent(document, "traceParent", traceParent);
        return document;
    }

    static OutboxEntry from(Document document) {
        return new OutboxEntry(
                document.getString("id"),
                document.getString("type"),
                document.getString("subject"),
                document.getString("key"),
                document.get("entityVersion", Number.class).longValue(),
                document.getDate("time").toInstant(),
                document.getString("correlationId"),
                document.getString("causationId"),
                document.getString("traceParent"),
                document.getString("body"));
    }

    /** The entries of an aggregate's document, oldest first. */
    static List<OutboxEntry> of(Document aggregate) {
        return aggregate.getList(OutboxFields.OUTBOX, Document.class, List.of()).stream()
                .map(OutboxEntry::from)
                .toList();
    }

    private static void appendPresent(Document document, String name, @Nullable String value) {
        if (value != null) {
            document.append(name, value);
        }
    }
}
