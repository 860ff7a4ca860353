/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Handlers of ours take JSON and answer with JSON unless they say otherwise. So what comes as anything else is 415, and
 * what is wanted as anything else 406, before a handler is chosen: nothing that is refused has happened.
 *
 * <p>An address that is spelt out is itself for every method, as in OpenAPI: {@code DELETE /things/mine} is not {@code
 * DELETE /things/{id}} for want of another.
 */
final class JsonHandlerMapping extends RequestMappingHandlerMapping {

    private static final String OURS = "community.townhall.";

    /** By their addresses. */
    private Map<String, Set<RequestMappingInfo>> speltOut = Map.of();

    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
        @Nullable RequestMappingInfo mapping = super.getMappingForMethod(method, handlerType);
        if (mapping == null || !handlerType.getName().startsWith(OURS)) {
            return mapping;
        }
        RequestMappingInfo.Builder stricter = mapping.mutate();
        if (mapping.getConsumesCondition().isEmpty() && takesBody(method)) {
            stricter.consumes(MediaType.APPLICATION_JSON_VALUE);
        }
        if (mapping.getProducesCondition().isEmpty() && answersWithBody(method, handlerType)) {
            stricter.produces(MediaType.APPLICATION_JSON_VALUE);
        }
        return stricter.build();
    }

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        speltOut = handlers.keySet().stream()
                .flatMap(mapping -> mapping.getDirectPaths().stream().map(path -> Map.entry(path, mapping)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toUnmodifiableSet())));
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        @Nullable HandlerMethod found = super.lookupHandlerMethod(path, request);
        @Nullable Set<RequestMappingInfo> own = speltOut.get(path);
        if (found != null
                && own != null
                && request.getAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                && !pattern.equals(path)) {
            return handleNoMatch(own, path, request);
        }
        if (found != null
                && request.getAttribute(PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) instanceof Set<?> answers
                && !isWanted(answers, request)) {
            throw new HttpMediaTypeNotAcceptableException(
                    answers.stream().map(MediaType.class::cast).toList());
        }
        return found;
    }

    /** The conditions above do not read weights, and one of zero says that something is not wanted (RFC 9110, 12.4.2). */
    private static boolean isWanted(Set<?> answers, HttpServletRequest request) {
        List<MediaType> accepted = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        return answers.stream().map(MediaType.class::cast).anyMatch(answer -> weightOf(answer, accepted) > 0);
    }

    /** That of the range which names it most closely. */
    private static double weightOf(MediaType answer, List<MediaType> accepted) {
        return accepted.stream()
                .filter(range -> range.includes(answer))
                .max(Comparator.comparing((MediaType range) -> !range.isWildcardType())
                        .thenComparing(range -> !range.isWildcardSubtype())
                        .thenComparing(MediaType::getQualityValue))
                .map(MediaType::getQualityValue)
                .orElse(1.0);
    }

    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> mappings, String path, HttpServletRequest request) throws ServletException {
        return super.handleNoMatch(speltOut.getOrDefault(path, mappings), path, request);
    }

    private static boolean takesBody(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(RequestBody.class));
    }

    private static boolean answersWithBody(Method method, Class<?> handlerType) {
        return method.getReturnType() != void.class
                && (AnnotatedElementUtils.hasAnnotation(handlerType, ResponseBody.class)
                        || AnnotatedElementUtils.hasAnnotation(method, ResponseBody.class));
    }
}
