/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sequences of words. Where one of several words may stand, they are written {@code a|the}. */
final class Phrases {

    private record Phrase(String written, List<Set<String>> words) {}

    /** Told of a phrase, and from which word to which it stands. */
    interface Found {
        void phrase(String written, int from, int to);
    }

    /** The words of a text, each as all that it may be read as, and whether it goes on from the one before. */
    interface Words {
        int size();

        Set<String> at(int index);

        boolean goesOn(int index);
    }

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    Phrases(Collection<String> entries) {
        for (String entry : entries) {
            List<Set<String>> words = Arrays.stream(entry.split(" "))
                    .map(word -> Set.copyOf(Arrays.asList(word.split("\\|"))))
                    .toList();
            Phrase phrase = new Phrase(entry, words);
            for (String first : words.getFirst()) {
                byFirstWord.computeIfAbsent(first, word -> new ArrayList<>()).add(phrase);
            }
        }
    }

    void find(Words text, Found found) {
        if (byFirstWord.isEmpty()) {
            return;
        }
        for (int at = 0; at < text.size(); at++) {
            for (String word : text.at(at)) {
                for (Phrase phrase : byFirstWord.getOrDefault(word, List.of())) {
                    if (stands(phrase, text, at)) {
                        found.phrase(phrase.written(), at, at + phrase.words().size());
                    }
                }
            }
        }
    }

    private static boolean stands(Phrase phrase, Words text, int from) {
        int size = phrase.words().size();
        if (from + size > text.size()) {
            return false;
        }
        for (int index = 1; index < size; index++) {
            Set<String> allowed = phrase.words().get(index);
            if (!text.goesOn(from + index) || text.at(from + index).stream().noneMatch(allowed::contains)) {
                return false;
            }
        }
        return true;
    }
}
