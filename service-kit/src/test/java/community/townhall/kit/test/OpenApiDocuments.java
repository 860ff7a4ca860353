/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            }
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().noneMatch(id -> id.matches(".*_\\d+"));
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
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
