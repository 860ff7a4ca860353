/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import community.townhall.kit.causality.Causality;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What stands between a route and its service: a circuit breaker, one more try for what only reads, and a problem detail
 * that says what went wrong. A service's own refusals pass as they are.
 */
final class GuardedRoute implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(GuardedRoute.class);
    private static final Set<HttpStatus> AWAY =
            Set.of(HttpStatus.BAD_GATEWAY, HttpStatus.SERVICE_UNAVAILABLE, HttpStatus.GATEWAY_TIMEOUT);

    private final String service;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final MeterRegistry meters;

    GuardedRoute(String service, CircuitBreaker breaker, Retry retry, MeterRegistry meters) {
        this.service = service;
        this.breaker = breaker;
        this.retry = retry;
        this.meters = meters;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        Timer.Sample duration = Timer.start(meters);
        ServerResponse response = guarded(request, next);
        duration.stop(meters.timer(
                "townhall.gateway.requests",
                "route",
                service,
                "method",
                request.method().name(),
                "status",
                String.valueOf(response.statusCode().value())));
        return response;
    }

    private ServerResponse guarded(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!breaker.tryAcquirePermission()) {
            return problem(
                    request,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "Temporarily unavailable",
                    "The %s service is away; the request was not carried out".formatted(service));
        }
        long start = breaker.getCurrentTimestamp();
        try {
            ServerResponse response = request.method().equals(HttpMethod.GET)
                    ? retry.executeCheckedSupplier(() -> exchange(request, next))
                    : exchange(request, next);
            if (response.statusCode() instanceof HttpStatus status && AWAY.contains(status)) {
                breaker.onError(elapsed(start), breaker.getTimestampUnit(), new IOException(status.toString()));
            } else {
                breaker.onSuccess(elapsed(start), breaker.getTimestampUnit());
            }
            return response;
        } catch (ClientAbortException byTheCaller) {
            breaker.releasePermission();
            throw byTheCaller;
        } catch (Turns.NoTurnException busy) {
            breaker.releasePermission();
            return problem(
                    request,
                    busy.isOfTheCaller() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE,
                    busy.isOfTheCaller() ? "too-many" : "busy",
                    busy.isOfTheCaller() ? "Too many" : "Too much at once",
                    busy.getMessage() + "; the request was not carried out");
        } catch (ConnectionRequestTimeoutException busy) {
            // The service answers, only not as fast as it is asked: no reason to take it for broken.
            breaker.releasePermission();
            return problem(
                    request,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "busy",
                    "Too much at once",
                    "More is asked of the %s service than it answers; the request was not carried out"
                            .formatted(service));
        } catch (IOException failure) {
            breaker.onError(elapsed(start), breaker.getTimestampUnit(), failure);
            return answer(request, failure);
        } catch (Throwable failure) {
            breaker.releasePermission();
            throw failure instanceof Exception exception ? exception : new IllegalStateException(failure);
        }
    }

    private long elapsed(long start) {
        return breaker.getCurrentTimestamp() - start;
    }

    private static ServerResponse exchange(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        try {
            return next.handle(request);
        } catch (ResourceAccessException failure) {
            throw failure.getCause() instanceof IOException cause ? cause : failure;
        }
    }

    private ServerResponse answer(ServerRequest request, IOException failure) {
        log.warn("{} {} failed at {}: {}", request.method(), request.path(), service, failure.toString());
        if (failure instanceof SocketTimeoutException && !(failure instanceof ConnectTimeoutException)) {
            return problem(
                    request,
                    HttpStatus.GATEWAY_TIMEOUT,
                    "timeout",
                    "No answer in time",
                    "The %s service did not answer in time; the request may still be carried out".formatted(service));
        }
        return problem(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Temporarily unavailable",
                "The %s service is away".formatted(service));
    }

    private static ServerResponse problem(
            ServerRequest request, HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:townhall:problem:" + type));
        problem.setTitle(title);
        problem.setInstance(URI.create(request.servletRequest().getRequestURI()));
        String correlationId = Causality.current().correlationId();
        if (correlationId != null) {
            problem.setProperty("correlationId", correlationId);
        }
        ServerResponse.BodyBuilder response =
                ServerResponse.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return response.body(problem);
    }
}
