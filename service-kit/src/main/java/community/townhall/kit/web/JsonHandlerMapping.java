/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Handlers of ours take JSON and answer with JSON unless they say otherwise. So what comes as anything else is 415, and
 * what is wanted as anything else 406, before a handler is chosen: nothing that is refused has happened.
 */
final class JsonHandlerMapping extends RequestMappingHandlerMapping {

    private static final String OURS = "community.townhall.";

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
