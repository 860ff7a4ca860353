/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ahocorasick.trie.Trie;
import org.jspecify.annotations.Nullable;

/**
 * Chinese words, which stand without spaces between them: found in simplified or traditional characters, also when
 * signs are put between the characters, or some characters are written in pinyin or as a star. What merely straddles the words of an innocent clause is none of them: in 去死海
 * somebody goes (去) to the Dead Sea (死海), and nobody is told to die (去死).
 */
public final class ChineseWords implements WordMatcher {

    /** Characters on either side that tell the words of a clause apart. */
    private static final int CONTEXT = 8;

    /** A Chinese character and two Latin letters. */
    private static final int SHORT = 3;

    /** What may follow something that is called out. */
    private static final String PARTICLES = "吧啊呀了吗呢";

    /** How many characters of one text are told apart into words; some 50 ms. */
    private static final int MOST_JUDGED = 20_000;

    /** By how it is spelled, each word of the list. */
    private final Map<String, String> words;

    private final Map<String, String> masked;
    private final @Nullable Trie spellings;
    private final @Nullable Trie maskedSpellings;
    private final @Nullable Trie innocent;

    /** Innocent ones that have a listed word in themselves. */
    private final Set<String> explaining;

    private final WordBoundaries boundaries;

    /**
     * @param innocent words and phrases within which a listed word is none, nor across whose edge unless they have one in
     *     themselves; {@code 公|母 狗} stands for 公狗 and 母狗
     * @param listed these words and those of all other lists
     */
    public ChineseWords(Collection<String> words, Collection<String> innocent, Collection<String> listed) {
        this(words, innocent, listed, new JiebaFrequencies());
    }

    ChineseWords(
            Collection<String> words,
            Collection<String> innocent,
            Collection<String> listed,
            WordFrequencies frequencies) {
        List<String> phrases = innocent.stream().flatMap(ChineseWords::each).toList();
        ChineseSpellings otherwise = new ChineseSpellings();
        this.words = otherwise.withPinyin(words);
        this.masked = otherwise.masked(words);
        this.spellings = trie(this.words.keySet());
        this.maskedSpellings = trie(masked.keySet());
        this.innocent = trie(phrases);
        this.explaining = phrases.stream()
                .filter(phrase -> listed.stream().anyMatch(phrase::contains))
                .collect(Collectors.toUnmodifiableSet());
        this.boundaries = new WordBoundaries(frequencies);
    }

    private static @Nullable Trie trie(Collection<String> words) {
        return words.isEmpty() ? null : Trie.builder().addKeywords(words).build();
    }

    /** What is written with alternatives, written out. */
    private static Stream<String> each(String entry) {
        Stream<String> beginnings = Stream.of("");
        for (String part : entry.split(" ")) {
            String[] choices = part.split("\\|");
            beginnings = beginnings.flatMap(beginning -> Arrays.stream(choices).map(beginning::concat));
        }
        return beginnings;
    }

    @Override
    public Set<String> matches(NormalText text) {
        Set<String> found = new TreeSet<>();
        if (text.hasHan()) {
            found.addAll(new Search(text.han()).find(spellings, words));
            text.maskedHan().ifPresent(han -> found.addAll(new Search(han).find(maskedSpellings, masked)));
        }
        return found;
    }

    /** The same: nobody writes Chinese words but for what they mean. */
    @Override
    public Set<String> matchesAmongCode(NormalText text) {
        return matches(text);
    }

    /** In one text. */
    private final class Search {

        private final HanText text;
        private final String letters;
        private final Map<Place, Boolean> judged = new HashMap<>();
        private int judgedLetters;

        Search(HanText text) {
            this.text = text;
            this.letters = text.letters();
        }

        /** @param words by how it is spelled, each word */
        Set<String> find(@Nullable Trie spellings, Map<String, String> words) {
            Set<String> found = new TreeSet<>();
            if (spellings == null) {
                return found;
            }
            int[] explained = new int[letters.length() + 1];
            int[] reach = innocentReach(explained);
            spellings.parseText(letters, hit -> {
                int begin = hit.getStart();
                int end = hit.getEnd() + 1;
                String word = words.getOrDefault(hit.getKeyword(), hit.getKeyword());
                return !found.contains(word)
                        && isTogether(begin, end)
                        && (word.equals(hit.getKeyword()) || isMeant(begin, end))
                        && (isRepeated(begin, end)
                                || !isInnocent(begin, end, reach) && explained[begin] < end && !straddles(begin, end))
                        && found.add(word);
            });
            return found;
        }

        /**
         * Whether what is spelled otherwise is no part of other words; and whether a character with two Latin letters behind it
         * ends what is said: 去si, but not 去SI单位.
         */
        private boolean isMeant(int begin, int end) {
            int from = text.clauseFrom(begin, CONTEXT);
            int to = text.clauseTo(end, CONTEXT);
            boolean abbreviated = end - begin <= SHORT && isLatin(end - 1);
            return !boundaries.isPartOfOthers(text.letters(from, to), begin - from, end - from)
                    && !(abbreviated && to > end && PARTICLES.indexOf(letters.charAt(end)) < 0);
        }

        /** Whether it is said twice without a pause: in 去死去死 nobody has died (死去). */
        private boolean isRepeated(int begin, int end) {
            int length = end - begin;
            return isSaidAgain(begin, end, length) || isSaidAgain(begin - length, begin, length);
        }

        private boolean isSaidAgain(int first, int second, int length) {
            return first >= 0
                    && letters.regionMatches(first, letters, second, length)
                    && text.isOneClause(first, second + length);
        }

        /** Whether something innocent contains it, or overlaps it and reaches out of it. */
        private boolean isInnocent(int begin, int end, int[] reach) {
            return reach[begin] >= end || reach[end - 1] > end || (begin > 0 && reach[begin - 1] > begin);
        }

        /**
         * How far what is innocent reaches that begins at a letter or before it.
         *
         * @param explained the same of that which has a listed word in itself
         */
        private int[] innocentReach(int[] explained) {
            int[] reach = new int[letters.length() + 1];
            if (innocent != null) {
                innocent.parseText(letters, hit -> {
                    boolean said = text.isOneClause(hit.getStart(), hit.getEnd() + 1);
                    if (said) {
                        int[] of = explaining.contains(hit.getKeyword()) ? explained : reach;
                        of[hit.getStart()] = Math.max(of[hit.getStart()], hit.getEnd() + 1);
                    }
                    return said;
                });
                for (int at = 1; at < reach.length; at++) {
                    reach[at] = Math.max(reach[at], reach[at - 1]);
                    explained[at] = Math.max(explained[at], explained[at - 1]);
                }
            }
            return reach;
        }

        /** A letter at its edge must not be part of a Latin word; and it is not made of the ends of clauses. */
        private boolean isTogether(int begin, int end) {
            boolean cut = isLatin(begin) && isLatin(begin - 1) && text.isAdjacent(begin)
                    || isLatin(end - 1) && isLatin(end) && text.isAdjacent(end);
            return !cut && (text.isOneClause(begin, end) || (end - begin > 2 && text.isSpelledOut(begin, end)));
        }

        private boolean isLatin(int at) {
            return at >= 0 && at < letters.length() && letters.charAt(at) < 0x80;
        }

        private boolean straddles(int begin, int end) {
            int from = text.clauseFrom(begin, CONTEXT);
            int to = text.clauseTo(end, CONTEXT);
            if (from == begin && to == end) {
                return false;
            }
            String clause = text.letters(from, to);
            return judged.computeIfAbsent(new Place(clause, begin - from, end - from), this::straddles);
        }

        private boolean straddles(Place place) {
            judgedLetters += place.clause().length();
            if (judgedLetters > MOST_JUDGED) {
                throw new OverBudgetException("More than %d letters to tell apart into words".formatted(MOST_JUDGED));
            }
            return boundaries.straddle(place.clause(), place.begin(), place.end());
        }
    }

    private record Place(String clause, int begin, int end) {}
}
