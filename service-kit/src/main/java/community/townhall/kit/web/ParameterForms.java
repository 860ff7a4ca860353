/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Holds ids and names in addresses, and what is no text, to the forms that every API document states of them: so that what
 * is none of that form is refused everywhere, and is not just something that is not there. Whole numbers are written as in
 * JSON; the framework would take other bases, signs and scripts, and white space around them. What is one thing is given
 * once; the framework would take the first of several numbers, and of several texts make one.
 */
public final class ParameterForms implements HandlerInterceptor {

    /** Letters of all scripts, without white space and signs that are not seen. */
    private static final String BEYOND_ASCII =
            "\\u00C0-\\u167F\\u1681-\\u180A\\u1810-\\u1FFF\\u2C00-\\u2DFF\\u3005-\\uD7FF\\uF900-\\uFDCF\\uFF10-\\uFFDC";

    /** An id or a name that can stand in an address: no separators, nothing that a server may normalise. */
    public static final String NAME =
            "(?:[A-Za-z0-9_" + BEYOND_ASCII + "-]|\\.[A-Za-z0-9])[!-$&-.0-:<-\\[\\]-~" + BEYOND_ASCII + "]{0,299}";

    /** One of many in a query: so short, and of such letters, that a whole list fits into a request's first line. */
    public static final String LISTED_NAME = "[A-Za-z0-9_-][A-Za-z0-9._~-]{0,39}";

    private static final String OURS = "community.townhall.";
    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)");
    private static final Pattern WHOLE_NAME = Pattern.compile(NAME);
    private static final Pattern WHOLE_LISTED_NAME = Pattern.compile(LISTED_NAME);

    /** Whether it has the form of an id or a name, so that it can stand in an address. */
    public static boolean isName(String text) {
        return WHOLE_NAME.matcher(text).matches();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            for (MethodParameter parameter : method.getMethodParameters()) {
                checkPath(parameter, request);
                checkQuery(parameter, request);
            }
        }
        return true;
    }

    private static void checkPath(MethodParameter parameter, HttpServletRequest request) {
        if (parameter.hasParameterAnnotation(PathVariable.class)
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables) {
            String name = Objects.requireNonNullElse(parameter.getParameterName(), "");
            check(name, String.valueOf(variables.get(name)), WHOLE_NAME);
        }
    }

    private static void checkQuery(MethodParameter parameter, HttpServletRequest request) {
        @Nullable RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation == null) {
            return;
        }
        String name = annotation.name().isEmpty()
                ? Objects.requireNonNullElse(parameter.getParameterName(), "")
                : annotation.name();
        String @Nullable [] values = request.getParameterValues(name);
        if (values == null) {
            return;
        }
        if (Collection.class.isAssignableFrom(parameter.getParameterType())) {
            Arrays.stream(values.length == 1 ? values[0].split(",", -1) : values)
                    .forEach(value -> check(name, value, WHOLE_LISTED_NAME));
        } else if (values.length > 1) {
            throw Problems.malformed(name, "count", "%s must be given once".formatted(name));
        } else if (parameter.getParameterType() != String.class && values[0].isEmpty()) {
            throw Problems.malformed(name, "required", "%s must not be empty".formatted(name));
        } else if (WHOLE_NUMBERS.contains(parameter.getParameterType())
                && !WHOLE_NUMBER.matcher(values[0]).matches()) {
            throw Problems.malformed(name, "type", "%s must be a whole number".formatted(name));
        }
    }

    private static void check(String name, String value, Pattern form) {
        if (!form.matcher(value).matches()) {
            throw Problems.malformed(name, "format", "%s must have the form of an id or a name".formatted(name));
        }
    }
}
