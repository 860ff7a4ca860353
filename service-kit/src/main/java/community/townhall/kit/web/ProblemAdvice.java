/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import community.townhall.kit.outbox.StaleVersionException;
import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.web.ProblemException.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns every failure of a request into an RFC 9457 problem detail that names the field and the rule. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refusal, WebRequest request) {
        ProblemDetail problem = ProblemDetails.of(refusal);
        Duration retryAfter = refusal.retryAfter();
        if (retryAfter == null) {
            return answer(problem, request);
        }
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        return new ResponseEntity<>(finish(problem, request), headers, refusal.status());
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal, WebRequest request) {
        return refused(Problems.of(refusal), request);
    }

    /** Parameters and headers are read where they are needed: what their reading refuses surfaces anywhere. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Object> unreadable(RuntimeException refusal, WebRequest request) {
        return refused(Problems.malformed("query", "encoding", "The parameters or headers cannot be read"), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> stale(StaleVersionException conflict, WebRequest request) {
        return answer(
                ProblemDetails.of(
                        HttpStatus.CONFLICT,
                        "stale-version",
                        "Changed meanwhile",
                        "Somebody else changed this at the same time; load it and try again",
                        List.of()),
                request);
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, TransientDataAccessException.class})
    ResponseEntity<Object> unavailable(Exception failure, WebRequest request) {
        log.warn("Storage is unavailable: {}", failure.toString());
        ProblemDetail problem = ProblemDetails.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Temporarily unavailable",
                "The request was not carried out; it can be sent again in a moment",
                List.of());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return new ResponseEntity<>(finish(problem, request), headers, HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** Left to the security filters, which answer 401 or 403. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void security(Exception refusal) throws Exception {
        throw refusal;
    }

    @ExceptionHandler({RuntimeException.class, Error.class})
    @Nullable
    ResponseEntity<Object> unexpected(Throwable failure, WebRequest request) {
        if (isOfAClientGone(failure)) {
            return null;
        }
        log.error("A request failed", failure);
        return answer(
                ProblemDetails.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Internal error",
                        "Something went wrong on our side; the correlation id finds it in the logs",
                        List.of()),
                request);
    }

    /** Nobody is left to be told, and nothing went wrong. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotWritable(
            HttpMessageNotWritableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return isOfAClientGone(failure) ? null : super.handleHttpMessageNotWritable(failure, headers, status, request);
    }

    /** By what the server says of its own client, as other connections are reset as well: a database's, for one. */
    private static boolean isOfAClientGone(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(cause ->
                        cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(malformed(fieldErrors(failure)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = failure.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors body
                        ? body.getFieldErrors().stream().map(ProblemAdvice::fieldError)
                        : result.getResolvableErrors().stream()
                                .map(error -> new FieldError(
                                        nameOf(result.getMethodParameter()),
                                        lastCode(error.getCodes()),
                                        String.valueOf(error.getDefaultMessage()))))
                .toList();
        return answer(malformed(errors), request);
    }

    /** As the client knows it. */
    private static String nameOf(MethodParameter parameter) {
        @Nullable RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header != null && !header.name().isEmpty()
                ? header.name()
                : String.valueOf(parameter.getParameterName());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(unreadable(failure.getCause()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                ProblemDetails.of(
                        HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing at this address", List.of()),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(failure.getPropertyName());
        Class<?> required = failure.getRequiredType();
        String expected = required == null ? "another type" : describe(required);
        return answer(
                malformed(List.of(new FieldError(name, "type", "%s must be %s".formatted(name, expected)))), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name = failure.getParameterName();
        return answer(malformed(List.of(new FieldError(name, "required", name + " is required"))), request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            if (problem.getType() == null && status instanceof HttpStatus known) {
                problem.setType(ProblemDetails.typeOf(known));
            }
            finish(problem, request);
        }
        return new ResponseEntity<>(body, headers, status);
    }

    private static ProblemDetail unreadable(@Nullable Throwable cause) {
        return switch (cause) {
            case StrictJson.ForbiddenValueException forbidden -> {
                String field = path(forbidden);
                yield ProblemDetails.of(
                        Problems.invalid(field, forbidden.rule(), "%s %s".formatted(field, forbidden.requirement())));
            }
            case UnrecognizedPropertyException unknown -> {
                String field = path(unknown);
                yield malformed(List.of(new FieldError(field, "unknown", "%s is not known here".formatted(field))));
            }
            case DatabindException databind
            when !databind.getPath().isEmpty() -> {
                String field = path(databind);
                List<String> documented = documentedValues(databind.getPath().getLast());
                String message = !documented.isEmpty()
                        ? "%s must be one of %s".formatted(field, String.join(", ", documented))
                        : databind instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                                ? "%s must be %s".formatted(field, describe(mismatch.getTargetType()))
                                : "%s is not of the expected form".formatted(field);
                yield malformed(List.of(new FieldError(field, "type", message)));
            }
            // Its message names classes of ours.
            case DatabindException _ ->
                malformed(List.of(new FieldError("body", "type", "The body is not of the expected form")));
            case JacksonException json -> malformed(List.of(new FieldError("body", "json", fault(json))));
            case null, default -> malformed(List.of(new FieldError("body", "json", "A JSON body is required")));
        };
    }

    /** In our words: the parser's name its own classes and settings. */
    private static String fault(JacksonException failure) {
        String what = failure instanceof StreamConstraintsException
                ? "The body is nested too deeply, or a name or number in it is too long"
                : isOfARepeatedProperty(failure) ? "A property of the body stands there twice" : "The body is not JSON";
        TokenStreamLocation place = failure.getLocation();
        return place == null || place.getLineNr() < 1
                ? what
                : "%s: line %d, column %d".formatted(what, place.getLineNr(), place.getColumnNr());
    }

    /** The parser has no exception of its own for it. */
    private static boolean isOfARepeatedProperty(JacksonException failure) {
        return String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate");
    }

    /** A request may take fewer values than its type has; none when it documents none. */
    private static List<String> documentedValues(JacksonException.Reference property) {
        Class<?> owner = property.from() instanceof Class<?> type
                ? type
                : property.from() == null ? Object.class : property.from().getClass();
        return Stream.of(owner.getDeclaredFields())
                .filter(field -> field.getName().equals(property.getPropertyName()))
                .map(field -> field.getAnnotation(Schema.class))
                .filter(Objects::nonNull)
                .flatMap(schema -> Stream.of(schema.allowableValues()))
                .toList();
    }

    private static String path(DatabindException failure) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static String describe(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + java.util.Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "Instant" -> "an instant such as 2026-01-31T12:00:00Z";
            case "LocalDate" -> "a date such as 2026-01-31";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "List", "ArrayList" -> "a list";
            default -> "of another form";
        };
    }

    private static List<FieldError> fieldErrors(MethodArgumentNotValidException failure) {
        return failure.getBindingResult().getAllErrors().stream()
                .map(error -> error instanceof org.springframework.validation.FieldError field
                        ? fieldError(field)
                        : new FieldError(
                                error.getObjectName(),
                                lastCode(error.getCodes()),
                                String.valueOf(error.getDefaultMessage())))
                .toList();
    }

    private static FieldError fieldError(org.springframework.validation.FieldError error) {
        return new FieldError(
                error.getField(),
                lastCode(error.getCodes()),
                "%s %s".formatted(error.getField(), error.getDefaultMessage()));
    }

    /** The constraint's own name is the last and least specific code. */
    private static String lastCode(String @Nullable [] codes) {
        return codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1];
    }

    private static ProblemDetail malformed(List<FieldError> errors) {
        String detail = errors.stream().map(FieldError::message).collect(Collectors.joining("; "));
        return ProblemDetails.of(HttpStatus.BAD_REQUEST, "malformed", "Malformed request", detail, errors);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, WebRequest request) {
        return new ResponseEntity<>(finish(problem, request), HttpStatusCode.valueOf(problem.getStatus()));
    }

    private static ProblemDetail finish(ProblemDetail problem, WebRequest request) {
        return request instanceof ServletWebRequest servlet
                ? ProblemDetails.finish(problem, servlet.getRequest())
                : problem;
    }
}
