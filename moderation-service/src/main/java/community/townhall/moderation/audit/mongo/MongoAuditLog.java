/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.moderation.audit.AuditLog;
import community.townhall.moderation.audit.Deed;
import community.townhall.moderation.audit.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The chain in the collection {@code audit}: an entry's sequence number is its id, so no place is taken twice. */
@Component
final class MongoAuditLog implements AuditLog {

    private static final String ID = "_id";
    private static final String CAUSE = "cause";

    @Document("audit")
    record EntryDocument(
            @Id long sequence,
            String cause,
            Instant at,
            @Nullable String actor,
            String action,
            String subject,
            Map<String, String> detail,
            String previousHash,
            String hash,
            @Nullable String signature) {

        static EntryDocument of(Entry entry) {
            Deed deed = entry.deed();
            return new EntryDocument(
                    entry.sequence(),
                    deed.cause(),
                    deed.at(),
                    deed.actor(),
                    deed.action(),
                    deed.subject(),
                    deed.detail(),
                    entry.previousHash(),
                    entry.hash(),
                    entry.signature());
        }

        Entry toEntry() {
            return new Entry(
                    sequence, new Deed(cause, at, actor, action, subject, detail), previousHash, hash, signature);
        }
    }

    private final MongoOperations mongo;

    MongoAuditLog(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(EntryDocument.class)
                .createIndex(new Index(CAUSE, Sort.Direction.ASC).named("cause").unique());
    }

    @Override
    public Insertion insert(Entry entry) {
        try {
            mongo.insert(EntryDocument.of(entry));
            return Insertion.ADDED;
        } catch (DuplicateKeyException e) {
            boolean known = mongo.exists(query(where(CAUSE).is(entry.deed().cause())), EntryDocument.class);
            return known ? Insertion.KNOWN : Insertion.PLACE_TAKEN;
        }
    }

    @Override
    public Optional<Entry> head() {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }

    @Override
    public List<Entry> after(long sequence, int limit) {
        return find(query(where(ID).gt(sequence)), Sort.Direction.ASC, limit);
    }

    @Override
    public List<Entry> before(long sequence, int limit) {
        return find(query(where(ID).lt(sequence)), Sort.Direction.DESC, limit);
    }

    private List<Entry> find(Query query, Sort.Direction direction, int limit) {
        return mongo.find(query.with(Sort.by(direction, ID)).limit(limit), EntryDocument.class).stream()
                .map(EntryDocument::toEntry)
                .toList();
    }
}
