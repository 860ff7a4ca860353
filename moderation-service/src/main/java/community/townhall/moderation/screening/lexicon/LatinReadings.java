/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import community.townhall.moderation.screening.lexicon.LatinText.Chunk;
import community.townhall.moderation.screening.lexicon.LatinText.Gap;
import community.townhall.moderation.screening.lexicon.LatinText.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All that a text may be read as in Latin letters. No list of words has a part in it, so that one reading serves all of
 * them.
 */
final class LatinReadings {

    /** What people write in place of letters that they leave to their readers. */
    private static final Pattern MASKS = Pattern.compile("[#%^&@_]");

    private static final String SELF = "self";

    /** Now, pls, ffs. */
    private static final int LONGEST_EMPHASIS = 3;

    private static final String SIGILS = "$@!&";

    /** Letters that stand somewhere, from which piece of the text to which. */
    record Place(String letters, int from, int to) {}

    /** One thing that may be read in several ways, from which piece of the text to which. */
    record Forms(Set<String> forms, int from, int to) {}

    private final LatinText text;
    private final Map<String, Set<String>> formsOf = new HashMap<>();
    private final List<Set<String>> pieces = new ArrayList<>();
    private final List<Set<String>> chunks = new ArrayList<>();
    private final List<Forms> words = new ArrayList<>();
    private final List<Place> masked = new ArrayList<>();
    private final List<Place> split = new ArrayList<>();
    private final List<Place> spelledOut = new ArrayList<>();

    /** @param code whether it may be code, where a sign before a word says what kind of name it is */
    LatinReadings(LatinText text, boolean code) {
        this.text = text;
        for (int at = 0; at < text.pieces().size(); at++) {
            Set<String> forms = formsOf(text.pieces().get(at).letters());
            pieces.add(forms);
            words.add(new Forms(forms, at, at + 1));
            addSplit(text.pieces(), at);
        }
        for (Chunk chunk : text.chunks()) {
            boolean isOne = chunk.pieces() <= 1;
            Set<String> joined = isOne ? Set.of() : formsOf(joined(text, chunk));
            words.add(new Forms(joined, chunk.from(), chunk.to()));
            addSigned(chunk, code);
            chunks.add(isOne && chunk.pieces() == 1 ? pieces.get(chunk.from()) : joined);
        }
        addSpelledOut(text.pieces());
        formsOf.clear();
    }

    /** Each in all its forms: pieces, chunks without the signs in them, words in which signs are letters. */
    List<Forms> words() {
        return words;
    }

    /** Words with stars for some letters. */
    List<Place> masked() {
        return masked;
    }

    /** Pairs of words with one space between them, of which one is no word by itself. */
    List<Place> split() {
        return split;
    }

    /** Letters that stand by themselves one after the other. */
    List<Place> spelledOut() {
        return spelledOut;
    }

    /** The words of phrases. */
    Phrases.Words pieces() {
        return new Phrases.Words() {
            @Override
            public int size() {
                return pieces.size();
            }

            @Override
            public Set<String> at(int index) {
                return pieces.get(index);
            }

            @Override
            public boolean goesOn(int index) {
                return text.pieces().get(index).before() != Gap.BREAK;
            }
        };
    }

    /** The words of phrases that may themselves be spelled with signs. */
    Phrases.Words chunks() {
        return new Phrases.Words() {
            @Override
            public int size() {
                return chunks.size();
            }

            @Override
            public Set<String> at(int index) {
                return chunks.get(index);
            }

            @Override
            public boolean goesOn(int index) {
                return text.chunks().get(index).before() != Gap.BREAK;
            }
        };
    }

    /**
     * Whether that piece is a self with which another word begins, such as self-hosted: after a space, and before a hyphen
     * and more than what people add for emphasis.
     */
    boolean beginsWordOfSelf(int piece) {
        if (!text.pieces().get(piece).letters().equals(SELF)) {
            return false;
        }
        int low = 0;
        int high = text.chunks().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (text.chunks().get(middle).from() <= piece) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Chunk chunk = text.chunks().get(low);
        return chunk.from() == piece
                && chunk.pieces() > 1
                && chunk.written()
                        .startsWith(SELF + "-" + text.pieces().get(piece + 1).letters())
                && text.pieces().get(piece + 1).letters().length() > LONGEST_EMPHASIS;
    }

    Chunk chunk(int index) {
        return text.chunks().get(index);
    }

    /** Most words of a long text come again. */
    private Set<String> formsOf(String run) {
        return formsOf.computeIfAbsent(run, LatinForms::of);
    }

    /** A part without a vowel is no word by itself, so that it was meant as part of one. */
    private void addSplit(List<Piece> pieces, int at) {
        if (at + 1 < pieces.size() && pieces.get(at + 1).before() == Gap.SPACE) {
            String left = pieces.get(at).letters();
            String right = pieces.get(at + 1).letters();
            if (isFragment(left) || isFragment(right)) {
                split.add(new Place(left + right, at, at + 2));
            }
        }
    }

    private static boolean isFragment(String letters) {
        for (int at = 0; at < letters.length(); at++) {
            if ("aeiouy".indexOf(letters.charAt(at)) >= 0) {
                return false;
            }
        }
        return letters.length() > 1;
    }

    /** The letters of a chunk without the signs between them; of several words with an apostrophe, none. */
    private static String joined(LatinText text, Chunk chunk) {
        StringBuilder joined = new StringBuilder();
        boolean spelled = true;
        boolean contracted = false;
        for (int at = chunk.from(); at < chunk.to(); at++) {
            Piece piece = text.pieces().get(at);
            joined.append(piece.letters());
            spelled &= piece.letters().length() == 1;
            contracted |= at > chunk.from() && piece.before() == Gap.APOSTROPHE;
        }
        return contracted && !spelled ? "" : joined.toString();
    }

    /** Words of a chunk in which signs are letters, or stars hide some. */
    private void addSigned(Chunk chunk, boolean code) {
        String written = chunk.written();
        for (int from = 0; from < written.length(); ) {
            while (code && from < written.length() && SIGILS.indexOf(written.charAt(from)) >= 0) {
                from++;
            }
            int to = from;
            boolean signed = false;
            boolean masked = false;
            while (to < written.length() && isWordSign(written.charAt(to))) {
                signed |= LatinForms.isLetterLike(written.charAt(to));
                masked |= isMask(written.charAt(to));
                to++;
            }
            if (signed && !masked) {
                words.add(new Forms(formsOf(written.substring(from, to)), chunk.from(), chunk.to()));
                words.add(new Forms(formsOf(trimmed(written, from, to)), chunk.from(), chunk.to()));
            }
            if (masked || written.substring(from, to).indexOf('@') > 0) {
                addMasked(MASKS.matcher(trimmed(written, from, to)).replaceAll("*"), chunk);
            }
            from = to + 1;
        }
    }

    private static boolean isMask(char sign) {
        return "*#%^&_".indexOf(sign) >= 0;
    }

    private static boolean isWordSign(char sign) {
        return Character.isLetterOrDigit(sign) || isMask(sign) || LatinForms.isLetterLike(sign);
    }

    /** Without the signs that emphasise a word rather than belong to it. */
    private static String trimmed(String written, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && "!¡*+|#%^&".indexOf(written.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "!*+|@#%^&".indexOf(written.charAt(end - 1)) >= 0) {
            end--;
        }
        return written.substring(start, end);
    }

    /** Stars for letters, the first and the last of which are left for the reader to guess by. */
    private void addMasked(String word, Chunk chunk) {
        long letters = word.chars().filter(Character::isLetter).count();
        long stars = word.chars().filter(sign -> sign == '*').count();
        if (word.length() >= 4 && letters >= 2 && letters + stars == word.length()) {
            masked.add(new Place(word, chunk.from(), chunk.to()));
        }
    }

    /** With spaces or signs between them. */
    private void addSpelledOut(List<Piece> pieces) {
        int from = 0;
        while (from < pieces.size()) {
            int to = from;
            StringBuilder spelled = new StringBuilder();
            while (to < pieces.size()
                    && pieces.get(to).letters().length() == 1
                    && (to == from || pieces.get(to).before().compareTo(Gap.BOTH) < 0)) {
                spelled.append(pieces.get(to).letters());
                to++;
            }
            if (to - from > 1) {
                words.add(new Forms(formsOf(spelled.toString()), from, to));
                spelledOut.add(new Place(spelled.toString(), from, to));
            }
            from = Math.max(to, from + 1);
        }
    }
}
