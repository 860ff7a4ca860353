/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing.web;

import community.townhall.kit.web.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param text in the markup of the text that it replaces
 * @param title absent to keep it
 * @param topics absent to keep them
 * @param version of the post that the author saw
 */
record EditRequest(
        @Schema(pattern = Titles.FORM) @Nullable @Size(min = 3, max = 200)
        String title,

        @NotNull @Size(min = 1, max = 60_000) String text,
        @Nullable @Size(min = 1, max = 5) List<@NotNull @Reference String> topics,
        @NotNull Long version) {

    EditRequest {
        title = title == null ? null : title.strip();
    }
}
