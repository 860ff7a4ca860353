/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param text Markdown */
record NewAnswerRequest(
        @NotBlank @Size(max = 60_000) String text,
        @Nullable @Valid Imported imported) {

    /** What the key of a repeated request is held against: the question counts as part of it. */
    record ToQuestion(String questionId, NewAnswerRequest request) {}
}
