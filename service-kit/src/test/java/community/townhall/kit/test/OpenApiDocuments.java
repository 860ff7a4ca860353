/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.kit.web.ParameterForms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the OpenAPI document of a running service to what a reader of it, or a client generated from it, counts on. */
public final class OpenApiDocuments {

    private OpenApiDocuments() {}

    /** That every operation says what one has to know of it. */
    public static void check(String json) {
        JsonNode document = JsonMapper.shared().readTree(json);
        List<String> ids = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode operation = method.getValue();
                String name = method.getKey() + " " + path.getKey();
                ids.add(operation.path("operationId").asString());
                assertThat(operation.has("security"))
                        .as("%s says who may call it", name)
                        .isTrue();
                JsonNode responses = operation.path("responses");
                assertThat(responses.propertyNames()).as(name).contains("400", "401", "429");
                assertThat(responses.propertyNames()).as(name).containsAnyOf("200", "201", "202", "204");
                if (responses.has("201")) {
                    assertThat(responses.at("/201/headers/Location").isObject())
                            .as(name)
                            .isTrue();
                }
                operation.path("parameters").forEach(parameter -> checkParameter(name, parameter));
                operation
                        .at("/requestBody/content")
                        .forEach(body -> checkBody(document, name, body.path("schema"), new HashSet<>()));
            }
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().noneMatch(id -> id.matches(".*_\\d+"));
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    /** That a body has no properties but those that are named, that every text of it is bounded, and that what refers to something by an id is of the form of ids. */
    private static void checkBody(JsonNode document, String name, JsonNode schema, Set<String> seen) {
        if (schema.isMissingNode()) {
            return;
        }
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            if (seen.add(reference)) {
                checkBody(document, name + " " + reference, document.at(reference.substring(1)), seen);
            }
            return;
        }
        boolean ofHeader = name.contains("/PartHeaders."); // held to the bounds of a request's head
        if (isText(schema) && !schema.has("enum") && !schema.has("format") && !ofHeader) {
            String pattern = schema.path("pattern").asString("");
            assertThat(schema.has("maxLength") || pattern.matches(".*[^*+]\\)\\$"))
                    .as("%s has a bound", name)
                    .isTrue();
            if (name.matches(".*(Id|ids\\[]|topics\\[]|about\\[])")) {
                assertThat(pattern).as(name).contains(ParameterForms.NAME);
            }
        }
        if (schema.has("properties")) {
            assertThat(schema.path("additionalProperties").asBoolean(true))
                    .as("%s takes no other properties", name)
                    .isFalse();
        }
        schema.path("anyOf").forEach(each -> checkBody(document, name, each, seen));
        checkBody(document, name + "[]", schema.path("items"), seen);
        schema.path("properties")
                .properties()
                .forEach(property -> checkBody(document, name + "." + property.getKey(), property.getValue(), seen));
    }

    private static boolean isText(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream().anyMatch(each -> each.asString().equals("string"))
                : type.asString("").equals("string");
    }

    private static void checkParameter(String operation, JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        String name = operation + ": " + parameter.path("name").asString();
        if (schema.path("type").asString("").equals("string")) {
            assertThat(schema.has("pattern") || schema.has("enum") || schema.has("format"))
                    .as("%s has a rule", name)
                    .isTrue();
        }
    }
}
