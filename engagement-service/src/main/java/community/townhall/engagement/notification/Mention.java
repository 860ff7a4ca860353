/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import community.townhall.engagement.member.DisplayName;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member who is named in a text: {@code @} and their display name without its spaces, in any case.
 *
 * <p>A name may have marks, signs and emoji in it, so nothing but a space ends it for certain. Of what may be the name,
 * the longest that is somebody's is meant; the beginning of a longer word is nobody. Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese are
 * written without spaces: there the sentence may go on at once.
 *
 * @param candidates what may be the name, the longest first
 */
public record Mention(List<String> candidates) {

    /** More than that in one text is no conversation. */
    private static final int MOST = 10;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Of letters as readers count them; as long as names get. */
    private static final int LONGEST = 80;

    private static final String WITHOUT_SPACES = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsBopomofo}"
            + "\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    /** An address of e-mail, of a page, or of somebody at another server mentions nobody. */
    private static final Pattern AT = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_@＠&&[^" + WITHOUT_SPACES + "]])[@＠]"
            + "([^\\s\\p{Z}\\p{Cc}@＠]++)(?![@＠][\\p{L}\\p{N}-]++\\.[\\p{L}\\p{N}])");

    private static final Pattern LETTER_WITHOUT_SPACES = Pattern.compile("[" + WITHOUT_SPACES + "]");

    /** The mentions in what stands outside of code, in their order, at most ten. */
    public static List<Mention> in(List<String> prose) {
        Set<Mention> mentions = new LinkedHashSet<>();
        for (String block : prose) {
            String text = Normalizer.normalize(block, Normalizer.Form.NFC);
            Matcher at = AT.matcher(text);
            int parted = 0;
            while (at.find() && mentions.size() < MOST) {
                if (at.start() > 0 && text.charAt(at.start() - 1) == '/' && at.start() != parted) {
                    continue;
                }
                parted = isPartedBySlash(at.group(1)) ? at.end() : 0;
                List<String> candidates = candidates(at.group(1));
                if (!candidates.isEmpty()) {
                    mentions.add(new Mention(candidates));
                }
            }
        }
        return List.copyOf(mentions);
    }

    /** A slash after somebody parts them from the next; any other is of an address or a path. */
    private static boolean isPartedBySlash(String written) {
        return written.length() > 1 && written.indexOf('/') == written.length() - 1;
    }

    private static List<String> candidates(String written) {
        List<String> candidates = new ArrayList<>();
        BreakIterator letters = BreakIterator.getCharacterInstance();
        letters.setText(written);
        int end = letters.next();
        for (int count = 0; end != BreakIterator.DONE && count < LONGEST; count++, end = letters.next()) {
            if (mayEndAt(written, end)) {
                candidates.addFirst(written.substring(0, end));
            }
        }
        return candidates;
    }

    private static boolean mayEndAt(String written, int end) {
        if (end == written.length()) {
            return true;
        }
        int last = written.codePointBefore(end);
        int next = written.codePointAt(end);
        if (isWrittenWithoutSpaces(last) || isWrittenWithoutSpaces(next)) {
            return true;
        }
        if (next == '.' || next == '-') {
            // Within a word they are part of it, as in an address or a double name.
            int after = end + Character.charCount(next);
            return !isOfWord(last) || after == written.length() || !isOfWord(written.codePointAt(after));
        }
        return !isOfWord(last) || !isOfWord(next);
    }

    private static boolean isOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || codePoint == '_'
                || switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    // Of what nobody sees only what joins letters is part of a word.
                    case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
                    default -> false;
                };
    }

    /** Whom it names, given who is known by the candidates. */
    public Optional<String> among(Map<String, String> memberIdsByHandle) {
        return candidates.stream()
                .map(DisplayName::handleOf)
                .filter(memberIdsByHandle::containsKey)
                .findFirst()
                .map(memberIdsByHandle::get);
    }

    private static boolean isWrittenWithoutSpaces(int codePoint) {
        return LETTER_WITHOUT_SPACES.matcher(Character.toString(codePoint)).matches();
    }
}
