/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.web;

import community.townhall.kit.web.Reference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record AcceptRequest(
        @NotNull @Reference String answerId,
        @Nullable @Valid ImportedAcceptance imported) {

    /** @param at when it was accepted there */
    record ImportedAcceptance(
            @Nullable String origin,
            @Nullable String authorId,
            @NotNull Instant at) {}
}
