/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.web;

import community.townhall.engagement.notification.LiveNotifications;
import community.townhall.engagement.notification.Notifications;
import community.townhall.engagement.notification.StoredNotification;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The connections that are open on this instance. */
@Component
class NotificationStreams implements LiveNotifications {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int PER_MEMBER = 8;
    private static final int REPLAYED = 100;

    private final Map<String, List<NotificationStream>> streams = new ConcurrentHashMap<>();
    private final Notifications notifications;
    private final NotificationViews views;

    NotificationStreams(Notifications notifications, NotificationViews views, MeterRegistry meters) {
        this.notifications = notifications;
        this.views = views;
        Gauge.builder("townhall.notification.streams", this, NotificationStreams::open)
                .description("Members' open connections")
                .register(meters);
    }

    /** @param lastEventId the last notification the client saw, when it comes back after an interruption */
    SseEmitter open(String memberId, @Nullable String lastEventId) {
        NotificationStream stream = new NotificationStream(views::of, HEARTBEAT);
        // First registered, then caught up: nothing falls in between.
        streams.merge(memberId, List.of(stream), NotificationStreams::joined);
        long deadline = System.nanoTime() + LONGEST.toNanos();
        Thread.ofVirtual().name("notification-stream").start(() -> {
            try {
                stream.writeUntil(deadline, () -> lastEventId == null ? List.of() : missedSince(memberId, lastEventId));
            } finally {
                forget(memberId, stream);
            }
        });
        return stream.emitter();
    }

    private List<StoredNotification> missedSince(String memberId, String lastEventId) {
        return notifications
                .find(lastEventId)
                .filter(last -> last.memberId().equals(memberId))
                .map(last -> notifications.newerThan(last, REPLAYED))
                .orElse(List.of());
    }

    /** A member's oldest connection gives way when there are too many. */
    private static List<NotificationStream> joined(List<NotificationStream> open, List<NotificationStream> added) {
        List<NotificationStream> all = new ArrayList<>(open);
        all.addAll(added);
        while (all.size() > PER_MEMBER) {
            all.removeFirst().close();
        }
        return List.copyOf(all);
    }

    private void forget(String memberId, NotificationStream stream) {
        streams.computeIfPresent(memberId, (_, open) -> {
            List<NotificationStream> left =
                    open.stream().filter(other -> other != stream).toList();
            return left.isEmpty() ? null : left;
        });
    }

    @Override
    public void show(StoredNotification notification) {
        streams.getOrDefault(notification.memberId(), List.of()).forEach(stream -> stream.show(notification));
    }

    private int open() {
        return streams.values().stream().mapToInt(List::size).sum();
    }

    /** Before the server waits for requests to end: these would never. */
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        streams.values().forEach(open -> open.forEach(NotificationStream::close));
    }
}
