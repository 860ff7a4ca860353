/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.batch;

import com.fasterxml.jackson.annotation.JsonRawValue;
import community.townhall.kit.causality.Causality;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.web.ProblemWriter;
import community.townhall.kit.web.Problems;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.DispatcherServlet;
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
    private final String api;

    BatchController(
            DispatcherServlet handlers,
            JsonMapper json,
            ProblemWriter problems,
            @Value("${townhall.service}") String service) {
        this.handlers = handlers;
        this.json = json;
        this.problems = problems;
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
     */
    record Part(
            @NotBlank @Size(max = 100) String id,
            @NotNull Method method,
            @NotBlank String url,
            @Nullable Map<String, String> headers,
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
    Answers each(@Valid @RequestBody Batch batch, HttpServletRequest request, HttpServletResponse response) {
        check(batch.requests());
        Causality causality = Causality.current();
        Map<String, String> logged = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
        List<Future<PartAnswer>> answers = new ArrayList<>();
        try (ExecutorService threads = ContextExecutorService.wrap(
                Executors.newVirtualThreadPerTaskExecutor(),
                ContextSnapshotFactory.builder().build()::captureAll)) {
            for (Part part : batch.requests()) {
                answers.add(threads.submit(() -> {
                    MDC.setContextMap(logged);
                    return causality.call(() -> answer(part, request, response));
                }));
            }
        }
        return new Answers(answers.stream().map(BatchController::done).toList());
    }

    private void check(List<Part> parts) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (!ids.add(part.id())) {
                throw Problems.malformed(
                        "requests[%d].id".formatted(i), "unique", "Each request needs an id of its own");
            }
            if (!isEncoded(part.url())) {
                throw Problems.malformed(
                        "requests[%d].url".formatted(i), "encoded", "It must be a path, encoded as in a request");
            }
            if (!part.url().startsWith(api) || part.url().startsWith(api + BATCH)) {
                throw Problems.malformed(
                        "requests[%d].url".formatted(i),
                        "own-service",
                        "A batch is for what is under %s, other than batches".formatted(api));
            }
        }
    }

    private static boolean isEncoded(String url) {
        try {
            UriComponentsBuilder.fromUriString(url).build(true);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private PartAnswer answer(Part part, HttpServletRequest request, HttpServletResponse response) {
        byte[] body = part.body() == null ? new byte[0] : json.writeValueAsBytes(part.body());
        Map<String, String> headers = part.headers() == null ? Map.of() : part.headers();
        PartRequest alone = new PartRequest(request, part.method().name(), part.url(), headers, body);
        PartResponse answer = new PartResponse(response);
        try {
            carryOut(alone, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PartAnswer(part.id(), answer.getStatus(), answer.headers(), answer.body());
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
