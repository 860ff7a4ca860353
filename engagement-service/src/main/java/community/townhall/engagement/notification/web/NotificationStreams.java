/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.web;

import community.townhall.engagement.notification.LiveNotifications;
import community.townhall.engagement.notification.Notifications;
import community.townhall.engagement.notification.StoredNotification;
import community.townhall.kit.web.ProblemException;
import community.townhall.kit.web.Problems;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The connections that are open on this instance. */
@Component
@EnableConfigurationProperties(StreamProperties.class)
class NotificationStreams implements LiveNotifications {

    private static final Duration UNTIL_THE_GONE_ARE_NOTICED = Duration.ofSeconds(15);

    private final Map<String, List<NotificationStream>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Notifications notifications;
    private final NotificationViews views;
    private final StreamProperties properties;

    NotificationStreams(
            Notifications notifications, NotificationViews views, StreamProperties properties, MeterRegistry meters) {
        this.notifications = notifications;
        this.views = views;
        this.properties = properties;
        Gauge.builder("townhall.notification.streams", open, AtomicInteger::get)
                .description("Members' open connections")
                .register(meters);
    }

    /**
     * @param lastEventId the last notification the client saw, when it comes back after an interruption
     * @throws ProblemException 429 when the member has too many open, 503 when all together do
     */
    SseEmitter open(String memberId, @Nullable String lastEventId) {
        NotificationStream stream = new NotificationStream(memberId, notifications, views::of, properties);
        register(memberId, stream); // first registered, then caught up: nothing falls in between
        long deadline = System.nanoTime() + properties.longest().toNanos();
        Thread.ofVirtual().name("notification-stream").start(() -> {
            try {
                stream.writeUntil(deadline, lastEventId);
            } finally {
                forget(memberId, stream);
            }
        });
        return stream.emitter();
    }

    private void register(String memberId, NotificationStream stream) {
        if (open.incrementAndGet() > properties.most()) {
            open.decrementAndGet();
            throw Problems.unavailable("Too many live streams are open; try again later", UNTIL_THE_GONE_ARE_NOTICED);
        }
        try {
            streams.compute(memberId, (_, others) -> with(stream, others == null ? List.of() : others));
        } catch (ProblemException e) {
            open.decrementAndGet();
            throw e;
        }
    }

    private List<NotificationStream> with(NotificationStream stream, List<NotificationStream> others) {
        if (others.size() >= properties.perMember()) {
            throw Problems.tooMany(
                    "A member has at most " + properties.perMember() + " live streams at once",
                    UNTIL_THE_GONE_ARE_NOTICED);
        }
        return Stream.concat(others.stream(), Stream.of(stream)).toList();
    }

    private void forget(String memberId, NotificationStream stream) {
        streams.computeIfPresent(memberId, (_, open) -> {
            List<NotificationStream> left =
                    open.stream().filter(other -> other != stream).toList();
            return left.isEmpty() ? null : left;
        });
        open.decrementAndGet();
    }

    @Override
    public void show(StoredNotification notification) {
        streams.getOrDefault(notification.memberId(), List.of()).forEach(stream -> stream.show(notification));
    }

    /** Before the server waits for requests to end: these would never. */
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        streams.values().forEach(open -> open.forEach(NotificationStream::close));
    }
}
