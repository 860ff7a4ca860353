/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.web;

import community.townhall.engagement.notification.Notifications;
import community.townhall.engagement.notification.StoredNotification;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open connection, with a thread of its own. It sends a member's notifications in the order of their places, none
 * left out: what is shown to it is sent when it is the next one, and is otherwise a sign to read on from the last that
 * was sent. Since it need not be shown everything, it also looks by itself from time to time.
 */
final class NotificationStream {

    /** More than that is no news: the client is told to load its list anew. */
    static final int MOST_REPLAYED = 1_000;

    private static final int QUEUE = 64;
    private static final int PAGE = 100;

    private final BlockingQueue<StoredNotification> queue = new ArrayBlockingQueue<>(QUEUE);
    private final SseEmitter emitter = new SseEmitter(0L);
    private final String memberId;
    private final Notifications notifications;
    private final Function<StoredNotification, NotificationView> views;
    private final StreamProperties properties;
    private volatile boolean open = true;
    private long sent;
    private long lookedAt = System.nanoTime();

    NotificationStream(
            String memberId,
            Notifications notifications,
            Function<StoredNotification, NotificationView> views,
            StreamProperties properties) {
        this.memberId = memberId;
        this.notifications = notifications;
        this.views = views;
        this.properties = properties;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Never waits: what the queue has no room for is found by the next that is shown. */
    void show(StoredNotification notification) {
        queue.offer(notification);
    }

    void close() {
        open = false;
        emitter.complete();
    }

    /**
     * Writes until the connection ends.
     *
     * @param lastEventId the last notification the client has seen, absent when it has just loaded its list
     * @param deadline in the terms of {@link System#nanoTime}
     */
    void writeUntil(long deadline, @Nullable String lastEventId) {
        try {
            emitter.send(SseEmitter.event().comment("connected"));
            begin(lastEventId);
            while (open && System.nanoTime() - deadline < 0) {
                StoredNotification next = queue.poll(properties.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    rest();
                } else {
                    take(next);
                }
            }
            emitter.complete();
        } catch (IOException | RuntimeException e) {
            // The client has gone, or what it is to be shown cannot be read: it will come back and ask again.
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } finally {
            open = false;
        }
    }

    private void begin(@Nullable String lastEventId) throws IOException {
        if (lastEventId == null) {
            sent = notifications.newest(memberId);
            return;
        }
        Long seen = notifications
                .find(lastEventId)
                .filter(last -> last.memberId().equals(memberId))
                .map(StoredNotification::sequence)
                .orElse(null);
        if (seen == null) {
            loadAnew();
        } else {
            sent = seen;
            catchUp();
        }
    }

    private void take(StoredNotification next) throws IOException {
        Long sequence = next.sequence();
        if (sequence == null) {
            send(next); // raised by an instance of an earlier release
        } else if (sequence == sent + 1) {
            send(next);
            sent = sequence;
        } else if (sequence > sent) {
            catchUp();
        }
    }

    private void rest() throws IOException {
        emitter.send(SseEmitter.event().comment("still here"));
        if (System.nanoTime() - lookedAt >= properties.lookAgain().toNanos()) {
            catchUp();
        }
    }

    private void catchUp() throws IOException {
        lookedAt = System.nanoTime();
        int replayed = 0;
        List<StoredNotification> page;
        do {
            page = notifications.after(memberId, sent, PAGE);
            for (StoredNotification notification : page) {
                send(notification);
                sent = notification.sequence() == null ? sent : notification.sequence();
            }
            replayed += page.size();
            if (replayed >= MOST_REPLAYED) {
                loadAnew();
                return;
            }
        } while (page.size() == PAGE);
    }

    /** Says that not all can be told here, and goes on from now. */
    private void loadAnew() throws IOException {
        sent = notifications.newest(memberId);
        emitter.send(SseEmitter.event().name("load-anew").data("{}"));
    }

    private void send(StoredNotification notification) throws IOException {
        emitter.send(
                SseEmitter.event().id(notification.id()).name("notification").data(views.apply(notification)));
    }
}
