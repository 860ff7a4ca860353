/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Cache;
import community.townhall.engagement.notification.Notification;
import community.townhall.engagement.notification.NotificationEvent;
import community.townhall.engagement.notification.Notifications;
import community.townhall.engagement.notification.StoredNotification;
import community.townhall.events.StableId;
import community.townhall.kit.cache.HeapShare;
import community.townhall.kit.mongo.BatchedInserts;
import community.townhall.kit.mongo.BatchedReads;
import community.townhall.kit.mongo.MappedFields;
import community.townhall.kit.outbox.Announcements;
import community.townhall.kit.outbox.EventMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoNotifications implements Notifications {

    private static final int COUNTED = 1_000;
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "at", "id");
    private static final String PLACE = "place";
    private static final String ABOUT = "about";
    private static final String GONE = "gone";
    private static final String SHOWN = "shown";
    private static final String VERSION = "version";
    private static final long LAST_PLACE = 999_999_999_999_999L;
    private static final int ATTEMPTS = 50;

    private final BatchedReads<NotificationDocument> reads;
    private final BatchedInserts inserts;
    private final MappedFields fields;
    private final Announcements announcements;
    private final EventMapper<NotificationEvent> mapper;
    private final MongoOperations mongo;
    private final MeterRegistry meters;

    /** Many a cause comes again and again, such as the second vote of a day; no write is needed to learn that. */
    private final Cache<String, Boolean> raisedHere =
            HeapShare.<Boolean>ofPercent(2, _ -> 0).build();

    private final Cache<String, Places> places =
            HeapShare.<Places>ofPercent(2, _ -> 100).build();

    MongoNotifications(
            Announcements announcements,
            EventMapper<NotificationEvent> mapper,
            MongoOperations mongo,
            MeterRegistry meters) {
        this.reads = new BatchedReads<>(mongo, NotificationDocument.class);
        this.inserts = new BatchedInserts(mongo, mongo.getCollectionName(NotificationDocument.class));
        this.fields = MappedFields.of(mongo.getConverter(), NotificationDocument.class);
        this.announcements = announcements;
        this.mapper = mapper;
        this.mongo = mongo;
        this.meters = meters;
        mongo.indexOps(NotificationDocument.class)
                .createIndex(new Index()
                        .on("memberId", Sort.Direction.ASC)
                        .on("at", Sort.Direction.DESC)
                        .on("_id", Sort.Direction.DESC));
        mongo.indexOps(NotificationDocument.class)
                .createIndex(new Index()
                        .on("memberId", Sort.Direction.ASC)
                        .on("read", Sort.Direction.ASC)
                        .on(SHOWN, Sort.Direction.ASC));
        mongo.indexOps(NotificationDocument.class)
                .createIndex(new Index().on(ABOUT, Sort.Direction.ASC).sparse());
        mongo.indexOps(NotificationDocument.class)
                .createIndex(new Index().on(PLACE, Sort.Direction.ASC).unique().sparse());
    }

    @Override
    public boolean raise(Notification notification) {
        return raise(idOf(notification), notification, null, true);
    }

    @Override
    public void roll(Notification notification, long version, boolean shown) {
        String id = idOf(notification);
        if (!raise(id, notification, version, shown)) {
            update(
                    where("id").is(id).and(VERSION).lt(version),
                    Update.update("facts", notification.facts())
                            .max("at", notification.at())
                            .set(SHOWN, shown)
                            .set(VERSION, version));
        }
    }

    private static String idOf(Notification notification) {
        return StableId.of(
                "notification",
                notification.cause(),
                notification.memberId(),
                notification.kind().family());
    }

    private boolean raise(String id, Notification notification, @Nullable Long version, boolean shown) {
        if (raisedHere.getIfPresent(id) != null) {
            return false;
        }
        boolean raised = places.get(notification.memberId(), Places::new)
                .next(sequence -> insert(stored(id, notification, sequence), notification.about(), version, shown));
        raisedHere.put(id, true);
        if (raised) {
            meters.counter(
                            "townhall.notifications.raised",
                            "kind",
                            notification.kind().label())
                    .increment();
        }
        return raised;
    }

    private static StoredNotification stored(String id, Notification notification, long sequence) {
        return new StoredNotification(
                id,
                notification.memberId(),
                notification.kind().label(),
                notification.actorId(),
                notification.link(),
                notification.facts(),
                notification.at(),
                false,
                sequence);
    }

    private Attempt insert(StoredNotification stored, List<String> about, @Nullable Long version, boolean shown) {
        if (!inserts.insert(fields.toBson(NotificationDocument.of(stored, about, version, shown)))) {
            return reads.find(stored.id()).isPresent() ? Attempt.THERE_ALREADY : Attempt.PLACE_TAKEN;
        }
        NotificationEvent raised = new NotificationEvent.Raised(stored);
        announcements.announce(mapper.toContract(raised, 1), 1, stored.at());
        return Attempt.WRITTEN;
    }

    private enum Attempt {
        WRITTEN,
        THERE_ALREADY,
        PLACE_TAKEN
    }

    /**
     * A member's places are taken one after the other: the next is tried only by who has seen the last, and its uniqueness
     * refuses whoever was late. What is known of the last one is a hint, and read anew when it was wrong.
     */
    private final class Places {

        private final String memberId;
        private final ReentrantLock turn = new ReentrantLock();
        private long last = -1;

        Places(String memberId) {
            this.memberId = memberId;
        }

        /** @return false when what was to be written was there already */
        boolean next(LongFunction<Attempt> write) {
            turn.lock();
            try {
                for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                    long sequence = (last < 0 ? newest(memberId) : last) + 1;
                    last = -1;
                    Attempt result = write.apply(sequence);
                    if (result != Attempt.PLACE_TAKEN) {
                        last = result == Attempt.WRITTEN ? sequence : sequence - 1;
                        return result == Attempt.WRITTEN;
                    }
                }
                throw new IllegalStateException("Lost " + ATTEMPTS + " races for a place in a row");
            } finally {
                turn.unlock();
            }
        }
    }

    @Override
    public long newest(String memberId) {
        Query newest = query(placesOf(memberId, 0))
                .with(Sort.by(Sort.Direction.DESC, PLACE))
                .limit(1);
        return list(newest).stream()
                .map(StoredNotification::sequence)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0L);
    }

    @Override
    public List<StoredNotification> after(String memberId, long sequence, int limit) {
        return list(query(placesOf(memberId, sequence).and(SHOWN).ne(false))
                .with(Sort.by(Sort.Direction.ASC, PLACE))
                .limit(limit));
    }

    private static Criteria placesOf(String memberId, long above) {
        return where(PLACE)
                .gt(NotificationDocument.place(memberId, above))
                .lte(NotificationDocument.place(memberId, LAST_PLACE))
                .and("memberId")
                .is(memberId);
    }

    @Override
    public void gone(String about) {
        update(where(ABOUT).is(about), new Update().addToSet(GONE, about));
        update(where(ABOUT).is(about), Update.update(SHOWN, false));
    }

    @Override
    public void back(String about) {
        update(where(ABOUT).is(about).and(GONE).is(about), new Update().pull(GONE, about));
        update(where(ABOUT).is(about).and(SHOWN).is(false).and(GONE).size(0), Update.update(SHOWN, true));
    }

    @Override
    public void reword(String about, String fact, String value) {
        String field = "facts." + fact;
        update(where(ABOUT).is(about).and(field).exists(true), Update.update(field, value));
    }

    private void update(Criteria which, Update change) {
        mongo.updateMulti(query(which), change, NotificationDocument.class);
    }

    @Override
    public Optional<StoredNotification> find(String id) {
        return reads.find(id).map(NotificationDocument::toNotification);
    }

    @Override
    public List<StoredNotification> ofMember(
            String memberId, @Nullable Instant beforeAt, @Nullable String beforeId, int limit) {
        Criteria criteria = where("memberId").is(memberId).and(SHOWN).ne(false);
        if (beforeAt != null && beforeId != null) {
            criteria.and("at")
                    .lte(beforeAt)
                    .orOperator(where("at").lt(beforeAt), where("id").lt(beforeId));
        }
        return list(query(criteria).with(NEWEST_FIRST).limit(limit));
    }

    private List<StoredNotification> list(Query query) {
        return mongo.find(query, NotificationDocument.class).stream()
                .map(NotificationDocument::toNotification)
                .toList();
    }

    @Override
    public int unread(String memberId) {
        Query unread = query(where("memberId")
                        .is(memberId)
                        .and("read")
                        .is(false)
                        .and(SHOWN)
                        .ne(false))
                .limit(COUNTED);
        unread.fields().include("read").exclude("_id"); // from the index alone
        return mongo.find(unread, Document.class, mongo.getCollectionName(NotificationDocument.class))
                .size();
    }

    @Override
    public void markRead(String memberId, Collection<String> ids) {
        read(where("id").in(ids).and("memberId").is(memberId).and("read").is(false));
    }

    @Override
    public void markAllRead(String memberId) {
        read(where("memberId").is(memberId).and("read").is(false));
    }

    private void read(Criteria unread) {
        update(unread, Update.update("read", true));
    }
}
