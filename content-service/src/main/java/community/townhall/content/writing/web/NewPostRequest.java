/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import community.townhall.content.post.PostKind;
import community.townhall.kit.web.Reference;
import community.townhall.texts.Markup;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param text as {@code markup} says
 * @param topics slugs
 * @param publishAt when it is to be published, absent for now
 * @param markup of what is imported; absent for Markdown, in which members write
 */
record NewPostRequest(
        @Schema(allowableValues = {"DISCUSSION", "QUESTION", "ARTICLE", "ANNOUNCEMENT", "EXPERIENCE"}) @NotNull
        PostKind kind,

        @Schema(pattern = Titles.FORM) @NotBlank @Size(min = 3, max = 200)
        String title,

        @NotNull @Size(min = 1, max = 60_000) String text,
        @NotNull @Size(min = 1, max = 5) List<@NotNull @Reference String> topics,
        @Nullable Boolean draft,
        @Nullable Instant publishAt,
        @Nullable @Valid Imported imported,
        // Left out when absent: the hash of a repeated request is over this, and older ones had no such field.
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(allowableValues = {"MARKDOWN", "HTML"}) @Nullable
        Markup markup) {

    NewPostRequest {
        title = Objects.requireNonNullElse(title, "").strip();
    }
}
