/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name to sign in with: 3 to 32 of a–z, 0–9, {@code _} and {@code -}. Upper case is folded, so names are unique. */
public record Username(String value) {

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9_-]{3,32}");

    public Username {
        if (!WELL_FORMED.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a username: " + value);
        }
    }

    /** Empty when the name breaks the rule even after folding. */
    public static Optional<Username> of(String given) {
        String folded = given.strip().toLowerCase(Locale.ROOT);
        return WELL_FORMED.matcher(folded).matches() ? Optional.of(new Username(folded)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
