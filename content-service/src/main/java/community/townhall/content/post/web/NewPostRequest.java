/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.web;

import community.townhall.content.post.PostKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param text Markdown
 * @param topics slugs
 * @param publishAt when it is to be published, absent for now
 */
record NewPostRequest(
        @NotNull PostKind kind,
        @NotBlank @Size(min = 3, max = 200) String title,
        @NotBlank @Size(max = 60_000) String text,
        @NotNull @Size(min = 1, max = 5) List<@NotBlank String> topics,
        @Nullable Boolean draft,
        @Nullable Instant publishAt,
        @Nullable @Valid Imported imported) {

    NewPostRequest {
        title = Objects.requireNonNullElse(title, "").strip();
    }
}
