/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.web;

import community.townhall.engagement.notification.StoredNotification;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open connection. What is to be shown waits in a short queue that a thread of its own empties; a client that does
 * not keep up is let go, and finds what it missed when it comes back.
 */
final class NotificationStream {

    private static final int QUEUE = 64;

    private final BlockingQueue<StoredNotification> queue = new ArrayBlockingQueue<>(QUEUE);
    private final SseEmitter emitter = new SseEmitter(0L);
    private final Function<StoredNotification, NotificationView> views;
    private final Duration heartbeat;
    private volatile boolean open = true;

    NotificationStream(Function<StoredNotification, NotificationView> views, Duration heartbeat) {
        this.views = views;
        this.heartbeat = heartbeat;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void show(StoredNotification notification) {
        if (!queue.offer(notification)) {
            open = false;
        }
    }

    void close() {
        open = false;
        emitter.complete();
    }

    /**
     * Writes until the connection ends.
     *
     * @param missed finds what happened while the client was away
     * @param deadline in the terms of {@link System#nanoTime}: no stream outlives the token it was opened with by much
     */
    void writeUntil(long deadline, Supplier<List<StoredNotification>> missed) {
        Set<String> replayed = new HashSet<>();
        try {
            emitter.send(SseEmitter.event().comment("connected"));
            for (StoredNotification notification : missed.get()) {
                replayed.add(notification.id());
                send(notification);
            }
            while (open && System.nanoTime() - deadline < 0) {
                StoredNotification next = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    emitter.send(SseEmitter.event().comment("still here"));
                } else if (!replayed.contains(next.id())) {
                    send(next);
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

    private void send(StoredNotification notification) throws IOException {
        emitter.send(
                SseEmitter.event().id(notification.id()).name("notification").data(views.apply(notification)));
    }
}
