/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.web;

import community.townhall.kit.imported.ImportRules;
import community.townhall.kit.security.Caller;
import community.townhall.kit.web.Problems;
import community.townhall.kit.web.Reference;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something comes from that an operator brings in.
 *
 * @param origin the community it comes from
 * @param authorId the member who wrote it
 * @param at when it was written there
 */
record Imported(
        @Nullable String origin,

        @NotNull @Reference @Size(max = ImportRules.LONGEST_AUTHOR_ID)
        String authorId,

        @NotNull Instant at) {

    /** @throws RuntimeException 422 when that cannot have been */
    void requirePossible(Instant now) {
        require(ImportRules.brokenBy(origin, authorId, at, now));
    }

    String community() {
        return ImportRules.requiredOrigin(origin);
    }

    static void require(Optional<ImportRules.Broken> rule) {
        rule.ifPresent(broken -> {
            throw Problems.invalid(broken.field(), broken.rule(), broken.message());
        });
    }

    /** @throws RuntimeException 403 when somebody else than an operator says so */
    static void requireOperator(@Nullable Object imported, Caller caller) {
        if (imported != null && !caller.isOperator()) {
            throw Problems.forbidden("imported", "operators", "Only operators import");
        }
    }
}
