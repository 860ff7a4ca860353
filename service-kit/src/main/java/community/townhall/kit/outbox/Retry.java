/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Deciding again after losing a race. */
public final class Retry {

    private static final int ATTEMPTS = 20;

    private Retry() {}

    /**
     * Runs a whole decision (load, decide, write) until its write meets the version it loaded.
     *
     * @throws StaleVersionException when it lost {@value #ATTEMPTS} times in a row
     */
    public static <T extends @Nullable Object> T onConflict(Supplier<T> decision) {
        for (int attempt = 1; ; attempt++) {
            try {
                return decision.get();
            } catch (StaleVersionException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
