/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import community.townhall.moderation.screening.lexicon.LatinReadings.Forms;
import community.townhall.moderation.screening.lexicon.LatinReadings.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words in Latin letters, found as whole words only, so that the innocent ones they are parts of stay innocent. Sees
 * through digits and signs for letters, look-alikes of other scripts, stretched and spelled-out words, signs between
 * letters, and stars for letters.
 */
public final class LatinWords implements WordMatcher {

    private static final String[] ENDINGS = {"s", "es", "ed", "er", "ers", "ing", "in", "y"};
    private static final int SHORTEST_WITHIN = 4;

    /** What is found, to what is listed: a phrase written as one word is that phrase. */
    private final Map<String, String> words = new HashMap<>();

    private final Map<Integer, List<String>> wordsByLength = new HashMap<>();

    /** The first letters of the longer words. */
    private final Set<String> beginnings = new HashSet<>();

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
        for (String word : words.keySet()) {
            wordsByLength
                    .computeIfAbsent(word.length(), length -> new ArrayList<>())
                    .add(word);
            if (word.length() >= SHORTEST_WITHIN) {
                beginnings.add(word.substring(0, SHORTEST_WITHIN));
            }
        }
        this.longest = words.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.phrases = new Phrases(several);
        this.innocent = new Phrases(innocent);
    }

    /** What was found, and from which piece of the text to which. */
    private record Hit(String word, int from, int to) {}

    @Override
    public Set<String> matches(NormalText text) {
        return matches(text.latin(false));
    }

    /** There a sign before a word says what kind of name it is. */
    @Override
    public Set<String> matchesAmongCode(NormalText text) {
        return matches(text.latin(true));
    }

    private Set<String> matches(LatinReadings text) {
        List<Hit> hits = new ArrayList<>();
        text.words().forEach(word -> addListed(word, hits));
        text.split().forEach(pair -> addSplit(pair, hits));
        text.masked().forEach(masked -> addMasked(masked, hits));
        text.spelledOut().forEach(letters -> addSpelledOut(letters, hits));
        phrases.find(text.pieces(), (phrase, from, to) -> {
            if (!text.beginsWordOfSelf(to - 1)) {
                hits.add(new Hit(phrase, from, to));
            }
        });
        phrases.find(
                text.chunks(),
                (phrase, from, to) -> hits.add(new Hit(
                        phrase, text.chunk(from).from(), text.chunk(to - 1).to())));
        return withoutInnocent(hits, text.pieces());
    }

    private void addListed(Forms read, List<Hit> hits) {
        for (String form : read.forms()) {
            String word = words.get(form);
            if (word != null) {
                hits.add(new Hit(word, read.from(), read.to()));
            }
        }
    }

    /** A word with one space in it. */
    private void addSplit(Place pair, List<Hit> hits) {
        String word = pair.letters().length() < SHORTEST_WITHIN ? null : words.get(pair.letters());
        if (word != null) {
            hits.add(new Hit(word, pair.from(), pair.to()));
        }
    }

    private void addMasked(Place masked, List<Hit> hits) {
        for (String word : wordsByLength.getOrDefault(masked.letters().length(), List.of())) {
            if (fits(masked.letters(), word)) {
                hits.add(new Hit(word, masked.from(), masked.to()));
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

    /** Within what is spelled out an article or a pronoun may stand at either end. */
    private void addSpelledOut(Place place, List<Hit> hits) {
        String spelled = place.letters();
        for (int start = 0; start + SHORTEST_WITHIN <= spelled.length(); start++) {
            if (!beginnings.contains(spelled.substring(start, start + SHORTEST_WITHIN))) {
                continue;
            }
            int last = Math.min(spelled.length(), start + longest);
            for (int end = start + SHORTEST_WITHIN; end <= last; end++) {
                String word = words.get(spelled.substring(start, end));
                if (word != null) {
                    hits.add(new Hit(word, place.from() + start, place.from() + end));
                }
            }
        }
    }

    private Set<String> withoutInnocent(List<Hit> hits, Phrases.Words pieces) {
        Set<String> found = new TreeSet<>();
        if (!hits.isEmpty()) {
            // How far the innocent phrases reach that begin at a piece or before it.
            int[] reach = new int[pieces.size() + 1];
            innocent.find(pieces, (phrase, from, to) -> reach[from] = Math.max(reach[from], to));
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
