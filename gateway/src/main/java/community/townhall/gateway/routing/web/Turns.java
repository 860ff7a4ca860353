/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import community.townhall.gateway.traffic.Places;
import community.townhall.gateway.traffic.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much of the services' connections one address or one member may have at once. Streams of events are counted for
 * themselves: they last, and have connections of their own.
 */
final class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String ALL = "all";

    private final Places requests;
    private final Places streams;
    private final Places streamsOfAddress;
    private final Places streamsOfMember;

    Turns(RoutingProperties properties) {
        this.requests = new Places(properties.connectionsOfAddress());
        this.streams = new Places(properties.streams().most());
        this.streamsOfAddress = new Places(properties.streams().perAddress());
        this.streamsOfMember = new Places(properties.streams().perMember());
    }

    /** More is asked at once than may be; nothing was done. */
    static final class NoTurnException extends IOException {

        private final boolean ofTheCaller;

        NoTurnException(String message, boolean ofTheCaller) {
            super(message);
            this.ofTheCaller = ofTheCaller;
        }

        /** Whether the caller has too much going on, or everybody together. */
        boolean isOfTheCaller() {
            return ofTheCaller;
        }
    }

    /** What a request was given; it can be given back more than once. */
    static final class Turn implements AutoCloseable {

        private final Deque<Runnable> taken = new ArrayDeque<>();
        private final AtomicBoolean over = new AtomicBoolean();

        private void take(Places places, String who, Duration patience, Supplier<NoTurnException> otherwise)
                throws NoTurnException {
            if (!places.take(who, patience)) {
                close();
                throw otherwise.get();
            }
            taken.push(() -> places.leave(who));
        }

        @Override
        public void close() {
            if (over.compareAndSet(false, true)) {
                taken.forEach(Runnable::run);
            }
        }
    }

    Turn take(HttpServletRequest request, String path) throws NoTurnException {
        String address = RateLimit.network(request.getRemoteAddr());
        Turn turn = new Turn();
        if (!path.equals(Routes.STREAM)) {
            turn.take(
                    requests,
                    address,
                    PATIENCE,
                    () -> new NoTurnException("Too many requests of this address are being answered", true));
            return turn;
        }
        @Nullable Principal member = request.getUserPrincipal();
        if (member != null) {
            turn.take(
                    streamsOfMember,
                    member.getName(),
                    Duration.ZERO,
                    () -> new NoTurnException("Too many streams of this member are open", true));
        }
        turn.take(
                streamsOfAddress,
                address,
                Duration.ZERO,
                () -> new NoTurnException("Too many streams of this address are open", true));
        turn.take(streams, ALL, Duration.ZERO, () -> new NoTurnException("Too many streams are open", false));
        return turn;
    }
}
