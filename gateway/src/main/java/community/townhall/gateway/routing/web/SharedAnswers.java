/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.kit.web.SharedCaching;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A shared cache (RFC 9111) of answers that their services allow to be kept, for the second or so that they allow
 * ({@link SharedCaching}). It stands within what judges a request's token and counts its requests: it saves the service
 * its work, and the caller nothing but time.
 *
 * <p>Nobody is answered as somebody else would be: a service names whom it would answer otherwise. And nobody misses what
 * they did themselves: who wrote after an answer was asked for gets a later one, and so does who asks with
 * {@code no-cache}.
 */
final class SharedAnswers implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    /** The part of the heap that kept answers may take. */
    private static final int PART = 32;

    /** An answer as long as this is not kept; most are a few kilobytes. */
    static final int LONGEST = 128 * 1024;

    private static final int LONGEST_ADDRESS = 1_000;
    /** What is kept beside the body. */
    private static final int OVERHEAD = 2_000;

    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,2})");
    /** No answer is kept for so long. */
    private static final Duration FOR_EVER = Duration.ofSeconds(100);

    private static final int WRITERS = 50_000;
    /** With these a caller asks for something else than the whole of what is there. */
    private static final List<String> PARTIAL =
            List.of(HttpHeaders.RANGE, HttpHeaders.IF_MATCH, HttpHeaders.IF_UNMODIFIED_SINCE, HttpHeaders.IF_RANGE);

    private static final Set<String> NOT_FOR_CLIENTS =
            Set.of(SharedCaching.CONTROL, SharedCaching.EXCEPT, HttpHeaders.CONTENT_LENGTH);

    private final Cache<Asked, Kept> answers;
    /** When they last wrote, by {@link System#nanoTime()}. */
    private final Cache<String, Long> writers = Caffeine.newBuilder()
            .maximumSize(WRITERS)
            .expireAfterWrite(FOR_EVER)
            .build();

    private final Counter hits;
    private final Counter misses;

    SharedAnswers(MeterRegistry meters) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / PART)
                .weigher((Asked asked, Kept kept) -> kept.body().length + OVERHEAD)
                .build();
        this.hits = meters.counter("townhall.gateway.shared.answers", "result", "hit");
        this.misses = meters.counter("townhall.gateway.shared.answers", "result", "miss");
    }

    /** An answer depends on these and, where its service does not say otherwise, on nothing else. */
    private record Asked(String address, String accept) {}

    /**
     * @param exceptions as {@link SharedCaching#EXCEPT} names them
     * @param askedAt when its service was asked, by {@link System#nanoTime()}
     */
    private record Kept(HttpHeaders headers, byte[] body, Set<String> exceptions, long askedAt, long nanos) {

        boolean isFresh(long now) {
            return now - askedAt < nanos;
        }

        boolean isFor(@Nullable JwtAuthenticationToken caller) {
            return exceptions.isEmpty()
                    || caller == null
                    || !(exceptions.contains(caller.getName())
                            || exceptions.contains(SharedCaching.STAFF) && isStaff(caller));
        }

        ServerResponse response(long now) {
            return ServerResponse.ok()
                    .headers(given -> given.addAll(headers))
                    .header(
                            HttpHeaders.AGE,
                            Long.toString(Duration.ofNanos(now - askedAt).toSeconds()))
                    .build((request, response) -> {
                        response.setContentLength(body.length);
                        response.getOutputStream().write(body);
                        return null;
                    });
        }
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        @Nullable JwtAuthenticationToken caller = caller();
        if (!request.method().equals(HttpMethod.GET)) {
            try {
                return next.handle(request);
            } finally {
                if (caller != null) {
                    writers.put(caller.getName(), System.nanoTime());
                }
            }
        }
        @Nullable Kept kept = mayBeKept(request) ? answers.getIfPresent(asked(request)) : null;
        long now = System.nanoTime();
        if (kept == null
                || !kept.isFresh(now)
                || !kept.isFor(caller)
                || wroteSince(kept, caller)
                || isNoCache(request)) {
            return next.handle(request);
        }
        hits.increment();
        return kept.response(now);
    }

    /**
     * Keeps that answer if its service allows it.
     *
     * @param given as the service gave it
     * @param response as the caller gets it
     * @param askedAt when the service was asked, by {@link System#nanoTime()}
     */
    void keep(ServerRequest request, HttpHeaders given, ServerResponse response, byte[] body, long askedAt) {
        @Nullable String control = given.getFirst(SharedCaching.CONTROL);
        if (control == null || !response.statusCode().equals(HttpStatus.OK) || !mayBeKept(request)) {
            return;
        }
        Matcher age = MAX_AGE.matcher(control);
        if (!age.matches()) {
            return;
        }
        HttpHeaders headers = new HttpHeaders();
        response.headers().forEach((name, values) -> {
            if (NOT_FOR_CLIENTS.stream().noneMatch(name::equalsIgnoreCase)) {
                headers.addAll(name, values);
            }
        });
        @Nullable String except = given.getFirst(SharedCaching.EXCEPT);
        misses.increment();
        answers.put(
                asked(request),
                new Kept(
                        headers,
                        body,
                        except == null ? Set.of() : Set.of(except.split(",")),
                        askedAt,
                        Duration.ofSeconds(Long.parseLong(age.group(1))).toNanos()));
    }

    /** Whether its service allows it, so that it is worth reading whole. */
    static boolean mayKeep(HttpMessage answer) {
        return answer.containsHeader(SharedCaching.CONTROL);
    }

    private static boolean mayBeKept(ServerRequest request) {
        HttpHeaders headers = request.headers().asHttpHeaders();
        return request.method().equals(HttpMethod.GET)
                && address(request).length() <= LONGEST_ADDRESS
                && accept(request).length() <= LONGEST_ADDRESS
                && PARTIAL.stream().noneMatch(headers::containsHeader);
    }

    private boolean wroteSince(Kept kept, @Nullable JwtAuthenticationToken caller) {
        @Nullable Long wroteAt = caller == null ? null : writers.getIfPresent(caller.getName());
        return wroteAt != null && wroteAt - kept.askedAt() >= 0;
    }

    private static boolean isNoCache(ServerRequest request) {
        @Nullable String control = request.headers().firstHeader(HttpHeaders.CACHE_CONTROL);
        return control != null && (control.contains("no-cache") || control.contains("max-age=0"));
    }

    private static Asked asked(ServerRequest request) {
        return new Asked(address(request), accept(request));
    }

    /** As it was sent: another spelling of it is another address here, and asked for anew. */
    private static String address(ServerRequest request) {
        @Nullable String query = request.servletRequest().getQueryString();
        String path = request.servletRequest().getRequestURI();
        return query == null ? path : path + "?" + query;
    }

    private static String accept(ServerRequest request) {
        return String.join(",", request.headers().header(HttpHeaders.ACCEPT));
    }

    private static @Nullable JwtAuthenticationToken caller() {
        @Nullable Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller instanceof JwtAuthenticationToken token ? token : null;
    }

    private static boolean isStaff(JwtAuthenticationToken caller) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(role ->
                        Objects.requireNonNullElse(role, "").startsWith("ROLE_") && !"ROLE_MEMBER".equals(role));
    }
}
