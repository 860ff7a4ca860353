/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What members are called. */
public final class Names {

    /** How many marks may stand on one letter; languages need at most three or four. */
    private static final int MARKS = 6;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern HOST_AND_PATH = Pattern.compile("[a-z0-9]\\.[a-z]{2,24}/[a-z0-9+@]");
    private static final SpoofChecker CONFUSABLES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private Names() {}

    /**
     * Why nobody may be called that: {@link Lines#flawIn}, letters that bury the lines around them under marks, or marks of
     * direction, which a name that stands by itself has no use for and which nobody would see.
     */
    public static Optional<Flaw> flawIn(String name) {
        int marks = 0;
        for (int c : name.codePoints().toArray()) {
            if (Lines.isDirectionMark(c)) {
                return Optional.of(new Flaw("characters", "must not have the invisible character U+%04X".formatted(c)));
            }
            marks = Letters.isMark(c) ? marks + 1 : 0;
            if (marks > MARKS) {
                return Optional.of(new Flaw("characters", "must have at most %d marks on a letter".formatted(MARKS)));
            }
        }
        return Lines.flawIn(name);
    }

    /**
     * Whether it says where to go rather than who somebody is: an address of the web or of mail, or a host with something
     * behind it, however wide its letters are. What only has a full stop in it, as {@code Node.js} and {@code Ph.D.} do, is
     * none.
     */
    public static boolean isAddress(String name) {
        String plain = Normalizer2.getNFKCInstance().normalize(seen(name)).toLowerCase(Locale.ROOT);
        return !Lines.addressesIn(plain).isEmpty()
                || plain.contains("://")
                || HOST_AND_PATH.matcher(plain).find();
    }

    /** The name without what nobody sees in it, which is a flaw wherever it stands. */
    public static String seen(String name) {
        int[] characters = name.codePoints().toArray();
        return IntStream.range(0, characters.length)
                .filter(i -> !Lines.isUnseen(characters, i) && !Lines.isDirectionMark(characters[i]))
                .map(i -> characters[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The one form of a name that is stored and compared: NFC, single spaces, none at its ends. */
    public static String normalise(String name) {
        return SPACE.matcher(Normalizer2.getNFCInstance().normalize(name))
                .replaceAll(" ")
                .strip();
    }

    /** Whether people may take the one name for the other, as Unicode's TR 39 has it; case does not matter. */
    public static boolean lookAlike(String name, String other) {
        return looksLike(name).equals(looksLike(other));
    }

    /**
     * What a name looks like: names that people take for one another have the same. To compare with, not to show.
     */
    public static String looksLike(String name) {
        String seen = Normalizer2.getNFKCCasefoldInstance().normalize(name);
        String skeleton = CONFUSABLES.getSkeleton(SPACE.matcher(seen).replaceAll(""));
        return CONFUSABLES.getSkeleton(skeleton.toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT);
    }
}
