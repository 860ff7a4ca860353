/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import community.townhall.texts.Markup;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param text as {@code markup} says
 * @param markup of what is imported; absent for Markdown, in which members write
 */
record NewAnswerRequest(
        @NotNull @Size(min = 1, max = 60_000) String text,
        @Nullable @Valid Imported imported,
        // Left out when absent: the hash of a repeated request is over this, and older ones had no such field.
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(allowableValues = {"MARKDOWN", "HTML"}) @Nullable
        Markup markup) {

    /** What the key of a repeated request is held against: the question counts as part of it. */
    record ToQuestion(String questionId, NewAnswerRequest request) {}
}
