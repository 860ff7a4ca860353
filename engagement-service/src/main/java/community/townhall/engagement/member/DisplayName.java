/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member;

import community.townhall.kit.refusal.Refusal;
import community.townhall.texts.Names;
import community.townhall.texts.StaffNames;
import community.townhall.texts.Texts;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a member is called: 1 to 80 characters, runs of white space made one space.
 *
 * @param value as shown
 */
public record DisplayName(String value) {

    private static final int LONGEST = 80;

    /** Quotation marks, primes, accents and letters of their own that are written for it. */
    private static final Pattern APOSTROPHES =
            Pattern.compile("[\\u2018\\u2019\\u201B\\u02B9\\u02BB\\u02BC\\u02BD\\u2032\\u00B4\\uA78B\\uA78C\\u05F3]");

    /** @throws Refusal naming {@code displayName} when it is empty or too long, or has an address or what nobody sees in it */
    public static DisplayName of(String text) {
        String name = Names.normalise(text);
        if (name.isEmpty() || Texts.lengthOf(name) > LONGEST) {
            throw Refusal.invalid("displayName", "length", "displayName must have 1 to 80 characters");
        }
        Names.flawIn(name).ifPresent(flaw -> {
            throw Refusal.invalid("displayName", flaw.rule(), "displayName " + flaw.message());
        });
        if (Names.isAddress(name)) {
            throw Refusal.invalid("displayName", "address", "displayName must not be or have an address");
        }
        return new DisplayName(name);
    }

    /** Like {@link #of}, for who is none of the staff: nobody shall take them for it. */
    public static DisplayName ofMember(String text) {
        DisplayName name = of(text);
        if (StaffNames.isOne(name.value())) {
            throw Refusal.invalid(
                    "displayName",
                    "reserved",
                    "displayName must not look like the name of those who run the community");
        }
        return name;
    }

    /** The nearest name to what somebody else suggests, the member's id when nothing is left of it. */
    public static DisplayName suggested(String text, String memberId) {
        return nearest(text).filter(name -> !Names.isAddress(name.value())).orElseGet(() -> new DisplayName(memberId));
    }

    /** What they were called elsewhere, without what nobody sees. */
    public static DisplayName imported(String text) {
        return nearest(text).orElseGet(() -> of(text));
    }

    private static Optional<DisplayName> nearest(String text) {
        String clean = Names.normalise(Names.seen(Names.normalise(text)));
        String kept = clean.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return Names.flawIn(kept).isEmpty() ? Optional.of(new DisplayName(kept)) : Optional.empty();
    }

    /** What is written after {@code @} to mention the member: the name without white space, in any case. */
    public String handle() {
        return handleOf(value);
    }

    /**
     * The one form of all ways to write a handle; keyboards and editors differ in the apostrophe they give, and capitals
     * in how they write ß and ς.
     */
    public static String handleOf(String text) {
        String straight = APOSTROPHES.matcher(text).replaceAll("'");
        return Normalizer.normalize(straight, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ς', 'σ');
    }

    /**
     * All forms in which that handle may be stored: that of {@link #handleOf}, and those from before it knew apostrophes
     * and folded letters.
     */
    public static Stream<String> storedHandles(String text) {
        String handle = handleOf(text);
        return Stream.of(handle, handle.replace("ss", "ß"), handle.replaceAll("σ(?!\\p{L})", "ς"))
                .flatMap(folded ->
                        Stream.of("'", "\u2019", "\u2018", "\u02BC").map(apostrophe -> folded.replace("'", apostrophe)))
                .distinct();
    }
}
