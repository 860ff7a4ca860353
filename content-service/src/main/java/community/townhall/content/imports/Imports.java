/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.imports;

import community.townhall.kit.imported.ImportRules;
import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said to have happened in another community. */
public final class Imports {

    private Imports() {}

    /**
     * @param byOperator whether an operator says so
     * @param authorId whose doing it was, absent where it goes without saying
     * @throws Refusal when somebody else says so, or it cannot have been
     */
    public static void requirePossible(
            boolean byOperator, @Nullable String origin, @Nullable String authorId, Instant at, Instant now) {
        if (!byOperator) {
            throw Refusal.forbidden("imported", "operators", "Only operators import");
        }
        ImportRules.brokenBy(origin, authorId, at, now).ifPresent(broken -> {
            throw Refusal.invalid(broken.field(), broken.rule(), broken.message());
        });
    }
}
