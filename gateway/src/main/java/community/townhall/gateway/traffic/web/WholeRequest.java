/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import community.townhall.kit.web.BufferedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** A request whose body has been read already. The fields of a form in it are parameters, as ever. */
final class WholeRequest extends BufferedRequest {

    private final byte[] content;
    private @Nullable Map<String, String[]> parameters;

    WholeRequest(HttpServletRequest request, byte[] content) {
        super(request, content);
        this.content = content;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            parameters = Collections.unmodifiableMap(isForm() ? withFields() : super.getParameterMap());
        }
        return parameters;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String @Nullable [] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    private boolean isForm() {
        @Nullable String type = getContentType();
        try {
            return type != null
                    && MimeTypeUtils.parseMimeType(type).equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
        } catch (InvalidMimeTypeException notAType) {
            return false;
        }
    }

    private Map<String, String[]> withFields() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        super.getParameterMap().forEach((name, values) -> all.put(name, new ArrayList<>(Arrays.asList(values))));
        for (String field : new String(content, StandardCharsets.UTF_8).split("&")) {
            if (!field.isEmpty()) {
                int end = field.indexOf('=');
                String name = decoded(end < 0 ? field : field.substring(0, end));
                all.computeIfAbsent(name, first -> new ArrayList<>())
                        .add(end < 0 ? "" : decoded(field.substring(end + 1)));
            }
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        all.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    /** What is not encoded well stands for itself. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
