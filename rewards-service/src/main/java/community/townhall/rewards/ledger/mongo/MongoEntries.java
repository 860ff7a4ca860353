/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import community.townhall.kit.id.Ids;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.rewards.ledger.AuditedEntry;
import community.townhall.rewards.ledger.Claim;
import community.townhall.rewards.ledger.Entries;
import community.townhall.rewards.ledger.Entry;
import community.townhall.rewards.ledger.LedgerEvent;
import community.townhall.rewards.ledger.PeriodKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** One document an entry, which is also the outbox of the events it makes. */
@Repository
class MongoEntries implements Entries {

    private static final String ACCOUNT = "account";
    private static final String SEQ = "seq";
    private static final String CAUSE = "cause";

    /** What an entry is read without: the legs follow from the amount, the outbox is the relay's. */
    private static final String[] UNREAD = {"legs", "outbox", "outboxLease"};

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, SEQ);

    private final MongoOperations mongo;
    private final Aggregates<EntryDocument, LedgerEvent> aggregates;
    private final MeterRegistry meters;

    MongoEntries(
            MongoOperations mongo,
            AggregatesFactory aggregates,
            EventMapper<LedgerEvent> mapper,
            MeterRegistry meters) {
        this.mongo = mongo;
        this.meters = meters;
        mongo.indexOps(EntryDocument.class)
                .createIndex(byAccountAnd(SEQ).named("chain").unique());
        mongo.indexOps(EntryDocument.class)
                .createIndex(byAccountAnd(CAUSE).named("once").unique());
        for (PeriodKind kind : PeriodKind.values()) {
            mongo.indexOps(EntryDocument.class)
                    .createIndex(byAccountAnd(field(kind))
                            .on(SEQ, Sort.Direction.ASC)
                            .named(field(kind)));
        }
        this.aggregates = aggregates.of(EntryDocument.class, mapper);
    }

    private static Index byAccountAnd(String field) {
        return new Index(ACCOUNT, Sort.Direction.ASC).on(field, Sort.Direction.ASC);
    }

    private static String field(PeriodKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean append(Entry entry, List<LedgerEvent> events) {
        Instant happened = entry.reversalOf() == null ? entry.effectiveAt() : entry.recordedAt();
        try {
            aggregates.insert(EntryDocument.of(entry), entry.sequence(), events, happened);
        } catch (DuplicateKeyException e) {
            return false;
        }
        count(entry);
        return true;
    }

    private void count(Entry entry) {
        boolean issued = entry.amount() >= 0;
        Counter.builder(issued ? "townhall.points.issued" : "townhall.points.reversed")
                .description(issued ? "Points credited" : "Points taken back")
                .tag("rule", entry.claim().rule())
                .register(meters)
                .increment(Math.abs(entry.amount()));
    }

    @Override
    public Optional<Entry> last(String account) {
        return first(where(ACCOUNT).is(account), NEWEST_FIRST);
    }

    @Override
    public Optional<Entry> lastOf(Claim claim) {
        String prefix = claim.causePrefix();
        return first(
                where(ACCOUNT).is(claim.account()).and(CAUSE).gt(prefix).lt(prefix + "~"),
                Sort.by(Sort.Direction.DESC, CAUSE));
    }

    @Override
    public Optional<Entry> lastIn(String account, PeriodKind kind, LocalDate day) {
        return first(where(ACCOUNT).is(account).and(field(kind)).is(kind.keyOf(day)), NEWEST_FIRST);
    }

    private Optional<Entry> first(Criteria criteria, Sort sort) {
        return list(criteria, sort, 1).stream().findFirst();
    }

    @Override
    public List<Entry> newest(String account, @Nullable Long before, int limit) {
        Criteria criteria = where(ACCOUNT).is(account);
        if (before != null) {
            criteria.and(SEQ).lt(before);
        }
        return list(criteria, NEWEST_FIRST, limit);
    }

    private List<Entry> list(Criteria criteria, Sort sort, int limit) {
        Query query = Query.query(criteria).with(sort).limit(limit);
        query.fields().exclude(UNREAD);
        return mongo.find(query, EntryDocument.class).stream()
                .map(EntryDocument::toEntry)
                .toList();
    }

    @Override
    public List<AuditedEntry> page(@Nullable String after, Instant before, int limit) {
        Criteria ids = where("_id").lt(Ids.floor(before));
        Query page = Query.query(after == null ? ids : ids.gt(after))
                .with(Sort.by("_id"))
                .limit(limit);
        return mongo.find(page, EntryDocument.class).stream()
                .map(MongoEntries::audited)
                .toList();
    }

    @Override
    public Optional<AuditedEntry> at(String account, long sequence) {
        return Optional.ofNullable(mongo.findOne(
                        Query.query(where(ACCOUNT).is(account).and(SEQ).is(sequence)), EntryDocument.class))
                .map(MongoEntries::audited);
    }

    private static AuditedEntry audited(EntryDocument entry) {
        return new AuditedEntry(
                entry.id(),
                entry.account(),
                entry.seq(),
                entry.amount(),
                entry.balance(),
                entry.lifetime(),
                entry.toLegs());
    }
}
