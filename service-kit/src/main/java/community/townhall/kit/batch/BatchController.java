/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.batch;

import com.fasterxml.jackson.annotation.JsonRawValue;
import community.townhall.kit.causality.Causality;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.web.ProblemException;
import community.townhall.kit.web.ProblemWriter;
import community.townhall.kit.web.Problems;
import community.townhall.kit.web.RequestRules;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out many writing requests that came as one, each as if it had come alone: to the same handler, by the same
 * rules, with an answer of its own. All run at once, so what one needs of another belongs into a later batch.
 *
 * <p>The form is that of batch requests in OASIS OData JSON Format 4.01, §19, without groups and dependencies. For
 * operators: to rate limits a batch is one request.
 */
@RestController
@Tag(name = "Batch", description = "Many requests in one")
@RequestMapping("/api/${townhall.service}")
class BatchController {

    private static final Logger log = LoggerFactory.getLogger(BatchController.class);
    private static final String BATCH = "batch";

    private final DispatcherServlet handlers;
    private final JsonMapper json;
    private final ProblemWriter problems;
    private final HttpFirewall firewall;
    private final String api;

    BatchController(
            DispatcherServlet handlers,
            JsonMapper json,
            ProblemWriter problems,
            HttpFirewall firewall,
            @Value("${townhall.service}") String service) {
        this.handlers = handlers;
        this.json = json;
        this.problems = problems;
        this.firewall = firewall;
        this.api = "/api/" + service + "/";
    }

    /** What a batch may carry. */
    enum Method {
        POST,
        PUT,
        PATCH,
        DELETE
    }

    record Batch(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Part> requests) {}

    /**
     * One request.
     *
     * @param id by which its answer is found
     * @param url the path, from {@code /api/} on
     * @param headers those of {@link PartHeaders}
     */
    record Part(
            @NotBlank @Size(max = 100) String id,
            @NotNull Method method,
            @NotBlank @Size(max = 8000) String url,

            @Schema(implementation = PartHeaders.Documented.class) @Nullable
            Map<String, @Nullable String> headers,

            @Schema(implementation = Object.class) @Nullable JsonNode body) {}

    record Answers(List<PartAnswer> responses) {}

    /**
     * What came of one request.
     *
     * @param body a problem detail, where it was refused
     */
    record PartAnswer(
            String id,
            int status,
            Map<String, String> headers,

            @JsonRawValue @Schema(implementation = Object.class) @Nullable
            String body) {}

    @PostMapping(BATCH)
    @Operators
    @Operation(summary = "Carry out up to 100 writing requests to this service, each for itself and in any order")
    Answers carryOutBatch(@Valid @RequestBody Batch batch, HttpServletRequest request, HttpServletResponse response) {
        List<PartRequest> requests = checked(batch.requests(), request);
        Causality causality = Causality.current();
        Map<String, String> logged = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
        List<Future<PartAnswer>> answers = new ArrayList<>();
        try (ExecutorService threads = ContextExecutorService.wrap(
                Executors.newVirtualThreadPerTaskExecutor(),
                ContextSnapshotFactory.builder().build()::captureAll)) {
            for (int i = 0; i < requests.size(); i++) {
                String id = batch.requests().get(i).id();
                PartRequest alone = requests.get(i);
                answers.add(threads.submit(() -> {
                    MDC.setContextMap(logged);
                    return causality.call(() -> answer(id, alone, response));
                }));
            }
        }
        return new Answers(answers.stream().map(BatchController::done).toList());
    }

    /** Each as it is to be carried out, provided none of them has a fault that makes the batch one. */
    private List<PartRequest> checked(List<Part> parts, HttpServletRequest batch) {
        Set<String> ids = new HashSet<>();
        List<PartRequest> requests = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (!ids.add(part.id())) {
                throw Problems.invalid("requests[%d].id".formatted(i), "unique", "Each request needs an id of its own");
            }
            PartHeaders.check(part.headers(), "requests[%d].headers".formatted(i));
            requests.add(request(part, batch, "requests[%d].url".formatted(i)));
        }
        return requests;
    }

    private PartRequest request(Part part, HttpServletRequest batch, String field) {
        byte[] body = part.body() == null ? new byte[0] : json.writeValueAsBytes(part.body());
        Map<String, String> headers = PartHeaders.given(part.headers());
        PartRequest request;
        if (!part.url().startsWith("/") || part.url().startsWith("//")) {
            throw foreign(field);
        }
        if (part.url().contains("#")) {
            throw Problems.invalid(field, "no-fragment", "A request's path has no fragment");
        }
        try {
            UriComponents url = UriComponentsBuilder.fromUriString(part.url()).build(true);
            request = new PartRequest(batch, part.method().name(), url, headers, body);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid(field, "encoded", "It must be a path, encoded as in a request");
        }
        // The builder of addresses has made one separator of two.
        if (part.url().split("\\?", 2)[0].substring(1).contains("//") || !isPlain(request)) {
            throw Problems.invalid(field, "normal", "It must be a plain path: no ./, //, ; or encoded separators");
        }
        // As the handlers will read it: an encoded letter is that letter.
        String path = request.getServletPath();
        if (!part.url().startsWith("/")
                || part.url().startsWith("//")
                || !path.startsWith(api)
                || path.equals(api + BATCH)) {
            throw foreign(field);
        }
        return request;
    }

    private ProblemException foreign(String field) {
        return Problems.invalid(
                field, "own-service", "A batch is for what is under %s, other than batches".formatted(api));
    }

    /** By the rules for paths that every request alone is held to. */
    private boolean isPlain(PartRequest request) {
        try {
            firewall.getFirewalledRequest(request);
            return true;
        } catch (RequestRejectedException e) {
            return false;
        }
    }

    private PartAnswer answer(String id, PartRequest alone, HttpServletResponse response) {
        PartResponse answer = new PartResponse(response);
        try {
            @Nullable ProblemException fault = RequestRules.fault(alone);
            if (fault == null) {
                carryOut(alone, answer);
            } else {
                problems.write(alone, answer, fault);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PartAnswer(id, answer.getStatus(), answer.headers(), answer.body());
    }

    private void carryOut(PartRequest request, PartResponse response) throws IOException {
        try {
            handlers.service(request, response);
        } catch (ServletException | RuntimeException e) {
            // Alone, the security filters would have answered this.
            if (e.getCause() instanceof AccessDeniedException denied) {
                String detail = String.valueOf(denied.getMessage());
                problems.write(request, response, HttpStatus.FORBIDDEN, "forbidden", "Not allowed", detail);
            } else {
                log.error("{} {} failed in a batch", request.getMethod(), request.getRequestURI(), e);
                problems.write(
                        request,
                        response,
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Internal error",
                        "Something went wrong on our side; the correlation id finds it in the logs");
            }
        }
    }

    private static PartAnswer done(Future<PartAnswer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The batch was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A request of the batch failed", e.getCause());
        }
    }
}
