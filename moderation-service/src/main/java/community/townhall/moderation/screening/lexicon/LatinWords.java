/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import community.townhall.moderation.screening.lexicon.LatinText.Chunk;
import community.townhall.moderation.screening.lexicon.LatinText.Gap;
import community.townhall.moderation.screening.lexicon.LatinText.Piece;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Words in Latin letters, found as whole words only, so that the innocent ones they are parts of stay innocent. Sees
 * through digits and signs for letters, look-alikes of other scripts, stretched and spelled-out words, signs between
 * letters, and stars for letters.
 */
public final class LatinWords implements WordMatcher {

    private static final String[] ENDINGS = {"s", "es", "ed", "er", "ers", "ing", "in", "y"};
    private static final int SHORTEST_WITHIN = 4;

    /** What people write in place of letters that they leave to their readers. */
    private static final Pattern MASKS = Pattern.compile("[#%^&@]");

    private static final String SIGILS = "$@!&";

    /** What is found, to what is listed: a phrase written as one word is that phrase. */
    private final Map<String, String> words = new HashMap<>();

    private final Map<Integer, List<String>> wordsByLength = new HashMap<>();
    private final Phrases phrases;
    private final Phrases innocent;
    private final int longest;

    /**
     * @param entries words, or phrases with single spaces, in lower case; one that ends with {@code +} also stands for
     *     itself with the usual English endings
     * @param innocent phrases within which a word or phrase is none; {@code a|the} stands for either word
     */
    public LatinWords(Collection<String> entries, Collection<String> innocent) {
        Set<String> several = new HashSet<>();
        for (String entry : entries) {
            if (entry.contains(" ")) {
                several.add(entry);
                words.put(entry.replace(" ", ""), entry);
            } else if (entry.endsWith("+")) {
                String stem = entry.substring(0, entry.length() - 1);
                words.put(stem, stem);
                for (String ending : ENDINGS) {
                    words.put(stem + ending, stem + ending);
                }
            } else {
                words.put(entry, entry);
            }
        }
        words.keySet()
                .forEach(word -> wordsByLength
                        .computeIfAbsent(word.length(), length -> new ArrayList<>())
                        .add(word));
        this.longest = words.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.phrases = new Phrases(several);
        this.innocent = new Phrases(innocent);
    }

    /** What was found, and from which piece of the text to which. */
    private record Hit(String word, int from, int to) {}

    @Override
    public Set<String> matches(NormalText text) {
        return matches(text, false);
    }

    /** There a sign before a word says what kind of name it is. */
    @Override
    public Set<String> matchesAmongCode(NormalText text) {
        return matches(text, true);
    }

    private Set<String> matches(NormalText normal, boolean code) {
        LatinText text = normal.latin();
        List<Set<String>> pieces = text.pieces().stream()
                .map(piece -> LatinForms.of(piece.letters()))
                .toList();
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < pieces.size(); at++) {
            addListed(pieces.get(at), at, at + 1, hits);
            addSplit(text.pieces(), at, hits);
        }
        List<Set<String>> chunks = new ArrayList<>(text.chunks().size());
        for (Chunk chunk : text.chunks()) {
            boolean isOne = chunk.pieces() <= 1;
            Set<String> joined = isOne ? Set.of() : LatinForms.of(joined(text, chunk));
            addListed(joined, chunk.from(), chunk.to(), hits);
            addSigned(chunk, code, hits);
            chunks.add(isOne && chunk.pieces() == 1 ? pieces.get(chunk.from()) : joined);
        }
        addSpelledOut(text.pieces(), hits);
        addPhrases(text, pieces, chunks, hits);
        return withoutInnocent(hits, text, pieces);
    }

    private void addListed(Set<String> forms, int from, int to, List<Hit> hits) {
        for (String form : forms) {
            String word = words.get(form);
            if (word != null) {
                hits.add(new Hit(word, from, to));
            }
        }
    }

    /** A word with one space in it. A part without a vowel is no word by itself, so that it was meant as such. */
    private void addSplit(List<Piece> pieces, int at, List<Hit> hits) {
        if (at + 1 < pieces.size() && pieces.get(at + 1).before() == Gap.SPACE) {
            String left = pieces.get(at).letters();
            String right = pieces.get(at + 1).letters();
            int length = left.length() + right.length();
            if (length >= SHORTEST_WITHIN && length <= longest && (isFragment(left) || isFragment(right))) {
                addListed(Set.of(left + right), at, at + 2, hits);
            }
        }
    }

    private static boolean isFragment(String letters) {
        return letters.length() > 1 && letters.chars().noneMatch(letter -> "aeiouy".indexOf(letter) >= 0);
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
    private void addSigned(Chunk chunk, boolean code, List<Hit> hits) {
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
                addListed(LatinForms.of(written.substring(from, to)), chunk.from(), chunk.to(), hits);
                addListed(LatinForms.of(trimmed(written, from, to)), chunk.from(), chunk.to(), hits);
            }
            if (masked || written.substring(from, to).indexOf('@') > 0) {
                addMasked(MASKS.matcher(trimmed(written, from, to)).replaceAll("*"), chunk, hits);
            }
            from = to + 1;
        }
    }

    private static boolean isMask(char sign) {
        return "*#%^&".indexOf(sign) >= 0;
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
    private void addMasked(String masked, Chunk chunk, List<Hit> hits) {
        long letters = masked.chars().filter(Character::isLetter).count();
        long stars = masked.chars().filter(sign -> sign == '*').count();
        if (masked.length() < 4 || letters < 2 || letters + stars < masked.length()) {
            return;
        }
        for (String word : wordsByLength.getOrDefault(masked.length(), List.of())) {
            if (fits(masked, word)) {
                hits.add(new Hit(word, chunk.from(), chunk.to()));
            }
        }
    }

    private static boolean fits(String masked, String word) {
        for (int at = 0; at < word.length(); at++) {
            char sign = masked.charAt(at);
            if (sign != '*' && sign != word.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** Words spelled out letter by letter, with spaces or signs between them. */
    private void addSpelledOut(List<Piece> pieces, List<Hit> hits) {
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
                addSpelled(spelled.toString(), from, hits);
            }
            from = Math.max(to, from + 1);
        }
    }

    private void addSpelled(String spelled, int from, List<Hit> hits) {
        addListed(LatinForms.of(spelled), from, from + spelled.length(), hits);
        // An article or a pronoun may stand at either end of what is spelled out.
        for (int start = 0; start < spelled.length(); start++) {
            int last = Math.min(spelled.length(), start + longest);
            for (int end = start + SHORTEST_WITHIN; end <= last; end++) {
                String word = words.get(spelled.substring(start, end));
                if (word != null) {
                    hits.add(new Hit(word, from + start, from + end));
                }
            }
        }
    }

    /** Phrases, whose words may themselves be spelled with signs. */
    private void addPhrases(LatinText text, List<Set<String>> pieces, List<Set<String>> chunks, List<Hit> hits) {
        phrases.find(words(text, pieces), (phrase, from, to) -> hits.add(new Hit(phrase, from, to)));
        phrases.find(
                new Phrases.Words() {
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
                },
                (phrase, from, to) -> hits.add(new Hit(
                        phrase,
                        text.chunks().get(from).from(),
                        text.chunks().get(to - 1).to())));
    }

    private static Phrases.Words words(LatinText text, List<Set<String>> pieces) {
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

    private Set<String> withoutInnocent(List<Hit> hits, LatinText text, List<Set<String>> pieces) {
        Set<String> found = new TreeSet<>();
        if (!hits.isEmpty()) {
            // How far the innocent phrases reach that begin at a piece or before it.
            int[] reach = new int[pieces.size() + 1];
            innocent.find(words(text, pieces), (phrase, from, to) -> reach[from] = Math.max(reach[from], to));
            for (int at = 1; at < reach.length; at++) {
                reach[at] = Math.max(reach[at], reach[at - 1]);
            }
            hits.stream()
                    .filter(hit -> reach[hit.from()] < hit.to())
                    .map(Hit::word)
                    .forEach(found::add);
        }
        return found;
    }
}
