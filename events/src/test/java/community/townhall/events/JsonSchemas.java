/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the records of the contract are as JSON Schema (draft 2020-12), and as samples. */
final class JsonSchemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonSchemas() {}

    static ObjectNode schemaOf(EventType<?> type) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:townhall:schema:" + type.name());
        schema.put("title", type.body().getSimpleName());
        schema.setAll(object(type.body()));
        return schema;
    }

    /** Additional properties stay allowed: within a major version optional ones are added. */
    private static ObjectNode object(Class<?> type) {
        ObjectNode schema = NODES.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), schemaOf(component.getAnnotatedType()));
            if (!isNullable(component.getAnnotatedType())) {
                required.add(component.getName());
            }
        }
        return schema;
    }

    private static ObjectNode schemaOf(AnnotatedType annotated) {
        Type type = annotated.getType();
        Class<?> raw = raw(type);
        ObjectNode schema = NODES.objectNode();
        if (raw == String.class) {
            schema.put("type", "string");
        } else if (raw == Instant.class) {
            schema.put("type", "string").put("format", "date-time");
        } else if (raw == boolean.class || raw == Boolean.class) {
            schema.put("type", "boolean");
        } else if (raw == int.class || raw == long.class || raw == Long.class) {
            schema.put("type", "integer");
        } else if (raw.isEnum()) {
            // Open: these are known, others may come.
            schema.put("type", "string");
            ArrayNode known = schema.putArray("x-extensible-enum");
            Arrays.stream(raw.getEnumConstants())
                    .map(String::valueOf)
                    .filter(name -> !name.equals("UNKNOWN"))
                    .forEach(known::add);
        } else if (raw == List.class) {
            schema.put("type", "array");
            schema.set("items", schemaOf(argument(annotated, 0)));
        } else if (raw == Map.class) {
            schema.put("type", "object");
            schema.set("additionalProperties", schemaOf(argument(annotated, 1)));
        } else if (raw.isRecord()) {
            schema.setAll(object(raw));
        } else {
            throw new IllegalStateException("The contract does not know " + raw);
        }
        return schema;
    }

    /** A body with every component present. */
    static ObjectNode sampleOf(EventType<?> type) {
        return (ObjectNode) MAPPER.valueToTree(sample(type.body(), type.body().getSimpleName()));
    }

    private static Object sample(Class<?> type, String name) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(components)
                    .map(component -> sample(component.getAnnotatedType(), component.getName()))
                    .toArray();
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No sample of " + name, e);
        }
    }

    private static Object sample(AnnotatedType annotated, String name) {
        Class<?> raw = raw(annotated.getType());
        if (raw == String.class) {
            return name.equals("id") || name.endsWith("Id")
                    ? StableId.of("sample", name)
                    : "a " + name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT) + " · 示例";
        } else if (raw == Instant.class) {
            return Instant.parse("2026-01-31T12:00:00.123Z");
        } else if (raw == boolean.class || raw == Boolean.class) {
            return true;
        } else if (raw == int.class) {
            return 2;
        } else if (raw == long.class || raw == Long.class) {
            return 3L;
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        } else if (raw == List.class) {
            return List.of(sample(argument(annotated, 0), name));
        } else if (raw == Map.class) {
            return Map.of("up", sample(argument(annotated, 1), name));
        }
        return sample(raw, name);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static AnnotatedType argument(AnnotatedType annotated, int index) {
        return ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }
}
