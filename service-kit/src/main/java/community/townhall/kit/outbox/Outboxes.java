/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/** What waits to be delivered, over all collections of the service. */
public final class Outboxes {

    /** A range, which any index answers; what waits has been waiting since some time after 1970. */
    private static final Bson WAITING = Filters.gt(OutboxFields.OUTBOX_SINCE, new Date(0));

    private final MongoOperations mongo;
    private final Relay relay;
    private final Clock clock;

    Outboxes(MongoOperations mongo, Relay relay, Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.clock = clock;
    }

    /** How many documents hold events that are not yet known to be delivered. */
    public long pending() {
        return relay.watched().stream().mapToLong(this::pending).sum();
    }

    /** For how long the oldest of them has waited; zero when none waits. */
    public Duration oldestAge() {
        return relay.watched().stream()
                .map(this::oldestAge)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private long pending(String collection) {
        return Objects.requireNonNull(mongo.execute(collection, target -> target.countDocuments(WAITING)));
    }

    private Duration oldestAge(String collection) {
        @Nullable
        Document oldest = mongo.execute(
                collection,
                target -> target.find(WAITING)
                        .sort(Sorts.ascending(OutboxFields.OUTBOX_SINCE))
                        .projection(Projections.include(OutboxFields.OUTBOX_SINCE))
                        .first());
        if (oldest == null) {
            return Duration.ZERO;
        }
        Duration age =
                Duration.between(oldest.getDate(OutboxFields.OUTBOX_SINCE).toInstant(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
