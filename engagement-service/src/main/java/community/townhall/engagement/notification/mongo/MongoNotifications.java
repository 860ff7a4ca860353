/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.engagement.notification.Notification;
import community.townhall.engagement.notification.NotificationEvent;
import community.townhall.engagement.notification.Notifications;
import community.townhall.engagement.notification.StoredNotification;
import community.townhall.events.StableId;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
    private static final Sort OLDEST_FIRST = Sort.by(Sort.Direction.ASC, "at", "id");

    private final Aggregates<NotificationDocument, NotificationEvent> notifications;
    private final MongoOperations mongo;
    private final MeterRegistry meters;

    /** Many a cause comes again and again, such as the second vote of a day; no write is needed to learn that. */
    private final Cache<String, Boolean> raisedHere =
            Caffeine.newBuilder().maximumSize(100_000).build();

    MongoNotifications(
            AggregatesFactory aggregates,
            EventMapper<NotificationEvent> mapper,
            MongoOperations mongo,
            MeterRegistry meters) {
        this.notifications = aggregates.of(NotificationDocument.class, mapper);
        this.mongo = mongo;
        this.meters = meters;
        mongo.indexOps(NotificationDocument.class)
                .createIndex(new Index()
                        .on("memberId", Sort.Direction.ASC)
                        .on("at", Sort.Direction.DESC)
                        .on("_id", Sort.Direction.DESC));
        mongo.indexOps(NotificationDocument.class)
                .createIndex(new Index().on("memberId", Sort.Direction.ASC).on("read", Sort.Direction.ASC));
    }

    @Override
    public boolean raise(Notification notification) {
        StoredNotification stored = new StoredNotification(
                StableId.of(
                        "notification",
                        notification.cause(),
                        notification.memberId(),
                        notification.kind().label()),
                notification.memberId(),
                notification.kind().label(),
                notification.actorId(),
                notification.link(),
                notification.facts(),
                notification.at(),
                false);
        if (raisedHere.getIfPresent(stored.id()) != null) {
            return false;
        }
        try {
            notifications.insert(
                    NotificationDocument.of(stored), List.of(new NotificationEvent.Raised(stored)), stored.at());
        } catch (DuplicateKeyException e) {
            raisedHere.put(stored.id(), true);
            return false;
        }
        raisedHere.put(stored.id(), true);
        meters.counter("townhall.notifications.raised", "kind", stored.kind()).increment();
        return true;
    }

    @Override
    public Optional<StoredNotification> find(String id) {
        return notifications.find(id).map(NotificationDocument::toNotification);
    }

    @Override
    public List<StoredNotification> ofMember(
            String memberId, @Nullable Instant beforeAt, @Nullable String beforeId, int limit) {
        Criteria criteria = where("memberId").is(memberId);
        if (beforeAt != null && beforeId != null) {
            criteria.and("at")
                    .lte(beforeAt)
                    .orOperator(where("at").lt(beforeAt), where("id").lt(beforeId));
        }
        return list(query(criteria).with(NEWEST_FIRST).limit(limit));
    }

    @Override
    public List<StoredNotification> newerThan(StoredNotification last, int limit) {
        Criteria criteria = where("memberId")
                .is(last.memberId())
                .and("at")
                .gte(last.at())
                .orOperator(where("at").gt(last.at()), where("id").gt(last.id()));
        return list(query(criteria).with(OLDEST_FIRST).limit(limit));
    }

    private List<StoredNotification> list(Query query) {
        return mongo.find(query, NotificationDocument.class).stream()
                .map(NotificationDocument::toNotification)
                .toList();
    }

    @Override
    public int unread(String memberId) {
        Query unread =
                query(where("memberId").is(memberId).and("read").is(false)).limit(COUNTED);
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
        mongo.updateMulti(query(unread), Update.update("read", true), NotificationDocument.class);
    }
}
