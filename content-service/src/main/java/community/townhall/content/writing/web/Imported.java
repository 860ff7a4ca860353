/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing.web;

import community.townhall.content.imports.Imports;
import community.townhall.kit.imported.ImportRules;
import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.security.Caller;
import community.townhall.kit.web.Reference;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

    /** @throws Refusal when somebody else than an operator says so, or it cannot have been */
    void requirePossible(Caller caller, Instant now) {
        Imports.requirePossible(caller.isOperator(), origin, authorId, at, now);
    }

    String community() {
        return ImportRules.requiredOrigin(origin);
    }
}
