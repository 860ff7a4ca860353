/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.acceptance.web;

import community.townhall.content.imports.Imports;
import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.security.Caller;
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
            @NotNull Instant at) {

        /** @throws Refusal when somebody else than an operator says so, or it cannot have been */
        void requirePossible(Caller caller, Instant now) {
            Imports.requirePossible(caller.isOperator(), origin, authorId, at, now);
        }
    }
}
