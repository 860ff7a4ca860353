/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import community.townhall.gateway.RequestedPath;
import community.townhall.gateway.traffic.Places;
import community.townhall.gateway.traffic.RateLimit;
import community.townhall.kit.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a request's body whole before anything else is done for the request: nothing that is shared waits for a sender. It
 * may be so large (413), take so long in all (408), and, once it is more than a few kilobytes, be one of so many of its
 * address that arrive at once (429).
 */
final class BodyFilter extends OncePerRequestFilter {

    private static final int CHUNK = 8 * 1024;

    /** So much costs no more to keep than the connection does, and nearly every body is no longer. */
    private static final int BEGINNING = 16 * 1024;

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BodyLimitsProperties limits;
    private final Places arriving;

    /** Gives back the places of bodies that are slow: those who share an address with their sender are not to wait. */
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("slow-bodies").factory());

    private final ProblemWriter problems;

    BodyFilter(BodyLimitsProperties limits, ProblemWriter problems) {
        this.limits = limits;
        this.arriving = new Places(limits.atOnce());
        clock.setRemoveOnCancelPolicy(true);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean unannounced = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (length <= 0 && !unannounced) {
            chain.doFilter(request, response);
            return;
        }
        int limit = limits.of(RequestedPath.of(request));
        if (length > limit) {
            refuseLarge(request, response, limit);
            return;
        }
        byte @Nullable [] body;
        try (Arrival arrival = new Arrival(RateLimit.network(request.getRemoteAddr()))) {
            body = read(request.getInputStream(), limit, arrival);
        } catch (SocketTimeoutException slow) {
            refuse(
                    request,
                    response,
                    HttpStatus.REQUEST_TIMEOUT,
                    "too-slow",
                    "Too slow",
                    "The body did not arrive in time");
            return;
        } catch (ClientAbortException silent) {
            if (silent.getCause() instanceof SocketTimeoutException) {
                return; // the server has said 408 by itself
            }
            throw silent;
        } catch (CrowdedException crowded) {
            refuse(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many",
                    "Too many",
                    "Up to %d bodies may arrive from an address at once".formatted(limits.atOnce()));
            return;
        }
        if (body == null) {
            refuseLarge(request, response, limit);
        } else {
            chain.doFilter(new WholeRequest(request, body), response);
        }
    }

    /** One too many of an address. */
    private static final class CrowdedException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** A body on its way, which takes a place among those of its address when it goes on. */
    private final class Arrival implements AutoCloseable {

        private final String address;
        private final AtomicBoolean hasPlace = new AtomicBoolean();
        private @Nullable Future<?> overdue;

        Arrival(String address) {
            this.address = address;
        }

        void goOn() throws CrowdedException {
            if (overdue != null) {
                return;
            }
            if (!arriving.take(address, PATIENCE)) {
                throw new CrowdedException();
            }
            hasPlace.set(true);
            overdue = clock.schedule(this::leave, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void leave() {
            if (hasPlace.compareAndSet(true, false)) {
                arriving.leave(address);
            }
        }

        @Override
        public void close() {
            if (overdue != null) {
                overdue.cancel(false);
                leave();
            }
        }
    }

    /** Null when there is more than may be. Who sends fast enough has the time that it takes. */
    private byte @Nullable [] read(ServletInputStream in, int limit, Arrival arrival) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        long begun = System.nanoTime();
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            body.write(chunk, 0, count);
            if (body.size() > limit) {
                return null;
            }
            if (body.size() > BEGINNING) {
                arrival.goOn();
            }
            Duration allowed = limits.patience().plusMillis(body.size() / limits.bytesAMillisecond());
            if (System.nanoTime() - begun > allowed.toNanos()) {
                throw new SocketTimeoutException("The body takes too long");
            }
        }
        return body.toByteArray();
    }

    /** The sender hears of it only if it is listened to for a moment: closed at once, it would lose the answer. */
    private void refuseLarge(HttpServletRequest request, HttpServletResponse response, int limit) throws IOException {
        refuse(
                request,
                new OpenResponse(response),
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "Too large",
                "The body may have up to %d bytes".formatted(limit));
        byte[] unread = new byte[CHUNK];
        long begun = System.nanoTime();
        try {
            while (System.nanoTime() - begun < MOMENT.toNanos()
                    && request.getInputStream().read(unread) >= 0) {
                // It is not wanted.
            }
        } catch (IOException gone) {
            // It need not be listened to any more.
        }
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String type,
            String title,
            String detail)
            throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close"); // the rest of the body is not worth reading
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        problems.write(request, response, status, type, title, detail);
    }
}
