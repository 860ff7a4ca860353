/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What a request of a batch may say of itself: what it is, and never how long it is or who sends it. */
final class PartHeaders {

    private static final Set<String> ALLOWED =
            caseless(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.CONTENT_TYPE, "Idempotency-Key");

    /** How they are documented. */
    @Schema(name = "PartHeaders", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
    record Documented(
            @JsonProperty("Accept") @Nullable String accept,
            @JsonProperty("Accept-Language") @Nullable String acceptLanguage,
            @JsonProperty("Content-Type") @Nullable String contentType,
            @JsonProperty("Idempotency-Key") @Nullable String idempotencyKey) {}

    private PartHeaders() {}

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }

    /** @throws community.townhall.kit.web.ProblemException 400 naming the first that is another */
    static void check(@Nullable Map<String, @Nullable String> headers, String field) {
        if (headers == null) {
            return;
        }
        headers.keySet().forEach(name -> {
            if (!ALLOWED.contains(name)) {
                throw Problems.malformed(
                        "%s.%s".formatted(field, name),
                        "allowed",
                        "The headers of a request in a batch are " + String.join(", ", ALLOWED));
            }
        });
    }

    /** Null is as good as absent. */
    static Map<String, String> given(@Nullable Map<String, @Nullable String> headers) {
        Map<String, String> given = new HashMap<>();
        if (headers != null) {
            headers.forEach((name, value) -> {
                if (value != null) {
                    given.put(name, value);
                }
            });
        }
        return given;
    }
}
