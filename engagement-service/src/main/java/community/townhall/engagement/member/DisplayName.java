/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member;

import community.townhall.engagement.refusal.Refused;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What a member is called: 1 to 80 characters, runs of white space made one space.
 *
 * @param value as shown
 */
public record DisplayName(String value) {

    private static final int LONGEST = 80;

    /** @throws Refused naming {@code displayName} when it is empty or too long */
    public static DisplayName of(String text) {
        String clean = clean(text);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw Refused.notValid("displayName", "length", "displayName must have 1 to 80 characters");
        }
        return new DisplayName(clean);
    }

    /** The nearest name to what somebody else suggests, the member's id when nothing is left of it. */
    public static DisplayName suggested(String text, String memberId) {
        String clean = clean(text);
        String kept = clean.substring(0, Math.min(clean.length(), LONGEST)).strip();
        return new DisplayName(kept.isEmpty() ? memberId : kept);
    }

    /** What is written after {@code @} to mention the member: the name without white space, in any case. */
    public String handle() {
        return handleOf(value);
    }

    /** The one form of all ways to write a handle. */
    public static String handleOf(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String clean(String text) {
        return text.replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ").strip();
    }
}
