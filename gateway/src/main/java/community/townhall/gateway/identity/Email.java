/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address, in lower case: nobody has two mailboxes that differ in that alone.
 *
 * @param value in ASCII, as all mail servers take it
 */
public record Email(String value) {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@"
            + "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    /** Empty when it is none. */
    public static Optional<Email> of(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.length() <= LONGEST && FORM.matcher(text).matches())
                .map(Email::new);
    }

    @Override
    public String toString() {
        return "Email";
    }
}
