/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import com.ibm.icu.text.Transliterator;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How people write Chinese words so that others still read them: 操*妈, 王8蛋, 操n妈, 操ni妈, cao你妈. */
final class ChineseSpellings {

    /** Of longer words only one character at a time is written otherwise, or there were thousands of spellings. */
    private static final int LONGEST_MIXED = 4;

    private static final List<String> DIGITS = List.of("ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu");

    private final Transliterator pinyin = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    private final Map<Integer, String> sounds = new HashMap<>();

    private String sound(int letter) {
        return sounds.computeIfAbsent(letter, each -> pinyin.transliterate(Character.toString(each)));
    }

    /**
     * The words as they are, with some of their characters, but not all, in pinyin, and with the first letter of it for one
     * within.
     *
     * @return by spelling, the word
     */
    Map<String, String> withPinyin(Collection<String> words) {
        Map<String, String> spellings = new HashMap<>();
        for (String word : words) {
            String[] sounds = word.chars().mapToObj(this::sound).toArray(String[]::new);
            if (word.length() <= LONGEST_MIXED) {
                int all = (1 << word.length()) - 1;
                for (int chosen = 1; chosen < all; chosen++) {
                    spellings.putIfAbsent(spelling(word, sounds, chosen), word);
                }
            } else {
                for (int at = 0; at < word.length(); at++) {
                    spellings.putIfAbsent(with(word, at, sounds[at]), word);
                }
            }
            for (int at = 1; at < word.length() - 1; at++) {
                spellings.putIfAbsent(with(word, at, sounds[at].substring(0, 1)), word);
            }
        }
        words.forEach(word -> spellings.put(word, word));
        return spellings;
    }

    private static String spelling(String word, String[] sounds, int chosen) {
        StringBuilder spelling = new StringBuilder();
        for (int at = 0; at < word.length(); at++) {
            spelling.append((chosen >> at & 1) == 1 ? sounds[at] : word.substring(at, at + 1));
        }
        return spelling.toString();
    }

    /**
     * The words with {@link HanText#MASK}, or a digit that sounds like it, for one of their characters, but for the first and
     * the last, which readers guess by.
     *
     * @return by spelling, the word
     */
    Map<String, String> masked(Collection<String> words) {
        Map<String, String> spellings = new HashMap<>();
        for (String word : words) {
            for (int at = 1; at < word.length() - 1; at++) {
                spellings.putIfAbsent(with(word, at, String.valueOf(HanText.MASK)), word);
                int digit = DIGITS.indexOf(sound(word.charAt(at)));
                if (digit >= 0) {
                    spellings.putIfAbsent(with(word, at, String.valueOf(digit)), word);
                }
            }
        }
        return spellings;
    }

    private static String with(String word, int at, String instead) {
        return word.substring(0, at) + instead + word.substring(at + 1);
    }
}
