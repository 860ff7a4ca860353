/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.openapi;

import community.townhall.kit.imported.ImportRules;
import community.townhall.kit.web.ParameterForms;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that the bodies of all requests are held to: of texts, of what may be left out or added, of what is imported. */
final class RequestBodies {

    /** What the kit takes for a text: see its reading of JSON. */
    private static final String TEXT = "[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F]*";

    /** What Java takes for white space; of the controls among it, only what may stand in a text. */
    private static final String WHITE_SPACE = "\\u1680\\u2000-\\u2006\\u2008-\\u200A\\u2028\\u2029\\u205F\\u3000";

    static final String NOT_BLANK =
            "[\\t\\n\\r " + WHITE_SPACE + "]*[^\\u0000-\\u0020\\u007F" + WHITE_SPACE + "]" + TEXT;

    private final Components components;
    private final Set<Schema<?>> done = Collections.newSetFromMap(new IdentityHashMap<>());

    RequestBodies(Components components) {
        this.components = components;
    }

    void complete(RequestBody body) {
        for (MediaType content : body.getContent().values()) {
            complete(content.getSchema());
            if (!Boolean.TRUE.equals(body.getRequired())) {
                content.setSchema(orNull(content.getSchema()));
            }
        }
    }

    private void complete(@Nullable Schema<?> written) {
        @Nullable Schema<?> schema = written == null ? null : resolved(written);
        if (schema == null || !done.add(schema)) {
            return;
        }
        if (isOpenText(schema)) {
            schema.setPattern(TEXT);
        }
        complete(schema.getItems());
        if (schema.getProperties() == null) {
            return;
        }
        if (schema.getAdditionalProperties() == null) {
            schema.setAdditionalProperties(false);
        }
        Map<String, Schema> properties = schema.getProperties();
        List<String> required = Objects.requireNonNullElse(schema.getRequired(), List.of());
        properties.forEach((name, property) -> {
            if (name.equals("imported")) {
                completeImported(resolved(property));
            }
            complete(property);
        });
        properties.replaceAll((name, property) -> required.contains(name) ? property : orNull(property));
    }

    /** Absent and null are the same. */
    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null || property.getFormat() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
        }
        if (property.getTypes() == null || property.getTypes().contains("null")) {
            return property;
        }
        Set<String> types = new LinkedHashSet<>(property.getTypes());
        types.add("null");
        property.setTypes(types);
        if (property.getEnum() != null) {
            addNull(property);
        }
        return property;
    }

    @SuppressWarnings("unchecked")
    private static void addNull(Schema<?> constants) {
        List<@Nullable Object> all = new ArrayList<>(constants.getEnum());
        all.add(null);
        ((Schema<Object>) constants).setEnum(all);
    }

    /** As {@link ImportRules} has it for everything that is imported. */
    private static void completeImported(Schema<?> imported) {
        Map<String, Schema> parts = imported.getProperties();
        @Nullable Schema<?> origin = parts.get("origin");
        if (origin != null) {
            origin.setPattern(ImportRules.ORIGIN);
        }
        @Nullable Schema<?> author = parts.get("authorId");
        if (author != null) {
            author.setPattern(ParameterForms.NAME);
            author.setMaxLength(ImportRules.LONGEST_AUTHOR_ID);
        }
        for (String name : List.of("origin", "at")) {
            if (parts.containsKey(name)
                    && !Objects.requireNonNullElse(imported.getRequired(), List.of())
                            .contains(name)) {
                imported.addRequiredItem(name);
            }
        }
    }

    private Schema<?> resolved(Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : Objects.requireNonNull(
                        components.getSchemas().get(reference.substring(Components.COMPONENTS_SCHEMAS_REF.length())));
    }

    private static boolean isOpenText(Schema<?> schema) {
        return schema.getTypes() != null
                && schema.getTypes().contains("string")
                && schema.getPattern() == null
                && schema.getFormat() == null
                && (schema.getEnum() == null || schema.getEnum().isEmpty());
    }
}
