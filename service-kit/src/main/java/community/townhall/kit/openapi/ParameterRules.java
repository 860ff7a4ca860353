/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.openapi;

import community.townhall.kit.web.Creations;
import community.townhall.kit.web.ParameterForms;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules that all parameters of a kind are held to, wherever they stand. */
final class ParameterRules {

    private static final String PRINTABLE = "[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*";
    private static final String ASCII = "[\\t -~]*";

    private ParameterRules() {}

    static void complete(Parameter parameter, RequestMapping mapping) {
        @Nullable Schema<?> schema = parameter.getSchema();
        if (schema == null) {
            return;
        }
        if (schema.getItems() != null && isOpenText(schema.getItems())) {
            schema.setItems(new StringSchema().pattern(ParameterForms.LISTED_NAME));
        } else if (isOpenText(schema)) {
            // The generator gives parameters of a type one schema together.
            Schema<String> own = new StringSchema();
            own.setMinLength(schema.getMinLength());
            own.setMaxLength(schema.getMaxLength());
            if (schema.getDefault() instanceof String value) {
                own.setDefault(value);
            }
            parameter.setSchema(own);
            switch (parameter.getIn()) {
                case "path" -> completePath(parameter.getName(), own, mapping);
                case "header" -> own.setPattern("Idempotency-Key".equals(parameter.getName()) ? Creations.KEY : ASCII);
                default -> own.setPattern(PRINTABLE);
            }
        }
    }

    /** A variable of the path may have its alternatives in the mapping, as in {@code /{type:post|comment}}. */
    private static void completePath(String name, Schema<String> schema, RequestMapping mapping) {
        Pattern variable = Pattern.compile("\\{" + Pattern.quote(name) + ":([^{}]+)}");
        List<String> rules = Stream.of(mapping.path(), mapping.value())
                .flatMap(Arrays::stream)
                .map(variable::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (rules.isEmpty()) {
            schema.setPattern(ParameterForms.NAME);
        } else {
            schema.setEnum(List.of(rules.getFirst().split("\\|")));
        }
    }

    private static boolean isOpenText(Schema<?> schema) {
        boolean text = "string".equals(schema.getType())
                || (schema.getTypes() != null && schema.getTypes().contains("string"));
        return text
                && schema.getPattern() == null
                && schema.getFormat() == null
                && (schema.getEnum() == null || schema.getEnum().isEmpty());
    }
}
