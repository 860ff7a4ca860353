/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic.web;

import community.townhall.kit.imported.ImportRules;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record PutTopicRequest(
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = 1000) String description,
        @Nullable @Valid Imported imported) {

    /** @param origin the community it comes from */
    @Schema(name = "ImportedTopic")
    record Imported(@Nullable String origin) {

        /** @throws RuntimeException 422 when it is none */
        String community() {
            return ImportRules.requiredOrigin(origin);
        }
    }
}
