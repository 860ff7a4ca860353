/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Words in Latin letters, found as whole words only, so that the innocent ones they are parts of stay innocent. Sees
 * through digits and signs for letters, look-alikes of other scripts, stretched and spelled-out words, and stars for
 * letters.
 */
public final class LatinWords implements WordMatcher {

    /** Runs that may be a word: letters of the scripts that have look-alikes, digits, and signs used for letters. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{Nd}@$!*'’]+");

    private static final Pattern EDGES = Pattern.compile("^[!*'’@$]+|[!*'’]+$");
    private static final Pattern ENDING = Pattern.compile("['’]s$");
    private static final Pattern STRETCHED = Pattern.compile("(.)\\1{2,}");
    private static final Pattern JOINT = Pattern.compile("[._*'’-]");
    private static final String[] ENDINGS = {"s", "es", "ed", "er", "ers", "ing", "in", "y"};
    private static final int LONGEST_TOKEN = 40;

    private static final Map<Character, Character> LOOK_ALIKES =
            lookAlikes("аеорсухіѕјкмтнвьԁɡіαβεικνορτυχω", "aeopcyxisjkmthbbdgiabeikvoptuxw");
    private static final Map<Character, Character> LEET = lookAlikes("0134579@$!", "oieastgasi");

    private final Set<String> words;
    private final Map<String, List<List<String>>> phrases;

    /**
     * @param entries words, or phrases with single spaces, in lower case; one that ends with {@code +} also stands for
     *     itself with the usual English endings
     */
    public LatinWords(Collection<String> entries) {
        Set<String> single = new HashSet<>();
        Map<String, List<List<String>>> byFirstWord = new java.util.HashMap<>();
        for (String entry : entries) {
            if (entry.contains(" ")) {
                List<String> phrase = List.of(entry.split(" "));
                byFirstWord
                        .computeIfAbsent(phrase.getFirst(), first -> new ArrayList<>())
                        .add(phrase);
            } else if (entry.endsWith("+")) {
                String stem = entry.substring(0, entry.length() - 1);
                single.add(stem);
                for (String ending : ENDINGS) {
                    single.add(stem + ending);
                }
            } else {
                single.add(entry);
            }
        }
        this.words = Set.copyOf(single);
        this.phrases = Map.copyOf(byFirstWord);
    }

    private record Token(String text, int start, int end) {}

    @Override
    public Set<String> matches(NormalText text) {
        String whole = text.toString();
        List<Token> tokens = TOKEN.matcher(whole)
                .results()
                .filter(run -> run.end() - run.start() <= LONGEST_TOKEN)
                .map(run -> new Token(run.group(), run.start(), run.end()))
                .toList();
        Set<String> found = new TreeSet<>();
        List<String> plain = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            String latin = latin(token.text());
            plain.add(bare(latin));
            addWord(latin, found);
        }
        addPhrases(plain, found);
        addSpelledOut(whole, tokens, plain, found);
        return found;
    }

    private void addWord(String token, Set<String> found) {
        String bare = bare(token);
        addIfListed(bare, found);
        addIfListed(STRETCHED.matcher(bare).replaceAll("$1"), found);
        addIfListed(STRETCHED.matcher(bare).replaceAll("$1$1"), found);
        if (bare.indexOf('*') > 0) {
            addMasked(bare, found);
        }
        addIfListed(withoutLeet(bare), found);
        addIfListed(withoutLeet(token), found);
    }

    private void addIfListed(String word, Set<String> found) {
        if (words.contains(word)) {
            found.add(word);
        }
    }

    /** Stars for letters, the first and the last of which are left for the reader to guess by. */
    private void addMasked(String masked, Set<String> found) {
        long letters = masked.chars().filter(Character::isLetter).count();
        long stars = masked.chars().filter(character -> character == '*').count();
        if (masked.length() < 4 || letters < 2 || letters + stars < masked.length()) {
            return;
        }
        for (String word : words) {
            if (word.length() == masked.length() && fits(masked, word)) {
                found.add(word);
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

    private void addPhrases(List<String> plain, Set<String> found) {
        if (phrases.isEmpty()) {
            return;
        }
        for (int at = 0; at < plain.size(); at++) {
            for (List<String> phrase : phrases.getOrDefault(plain.get(at), List.of())) {
                int end = at + phrase.size();
                if (end <= plain.size() && plain.subList(at, end).equals(phrase)) {
                    found.add(String.join(" ", phrase));
                }
            }
        }
    }

    /** Words with a sign between letters (f.u.c.k, sh-it) or spelled out letter by letter (f u c k). */
    private void addSpelledOut(String whole, List<Token> tokens, List<String> plain, Set<String> found) {
        int from = 0;
        while (from < tokens.size()) {
            int to = from + 1;
            boolean letters = plain.get(from).length() == 1;
            while (to < tokens.size() && joins(whole, tokens.get(to - 1), tokens.get(to), letters, plain.get(to))) {
                letters = letters && plain.get(to).length() == 1;
                to++;
            }
            if (to - from > 1) {
                addJoined(plain.subList(from, to), letters, found);
            }
            from = to;
        }
    }

    private static boolean joins(String whole, Token left, Token right, boolean letters, String rightPlain) {
        if (right.start() - left.end() != 1) {
            return false;
        }
        String between = whole.substring(left.end(), right.start());
        return JOINT.matcher(between).matches() || (between.equals(" ") && letters && rightPlain.length() == 1);
    }

    private void addJoined(List<String> parts, boolean letters, Set<String> found) {
        String joined = String.join("", parts);
        if (joined.length() > LONGEST_TOKEN) {
            return;
        }
        addIfListed(joined, found);
        addIfListed(withoutLeet(joined), found);
        if (letters) {
            // An article or a pronoun may stand at either end of what is spelled out.
            for (int start = 0; start < joined.length(); start++) {
                for (int end = start + 4; end <= joined.length(); end++) {
                    addIfListed(joined.substring(start, end), found);
                }
            }
        }
    }

    private static String bare(String token) {
        return ENDING.matcher(EDGES.matcher(token).replaceAll("")).replaceAll("");
    }

    /** Letters of other scripts within a word of Latin letters are there to deceive. */
    private static String latin(String token) {
        boolean hasLatin = token.chars().anyMatch(character -> character >= 'a' && character <= 'z');
        boolean mixed = hasLatin && token.chars().anyMatch(character -> character >= 0x80);
        return mixed ? replaced(token, LOOK_ALIKES) : token;
    }

    /** Digits and signs are taken for letters only where letters prevail: the A55 is a road. */
    private static String withoutLeet(String token) {
        long letters = token.chars().filter(Character::isLetter).count();
        return letters < 2 || letters * 2 < token.length() ? token : replaced(token, LEET);
    }

    private static String replaced(String token, Map<Character, Character> table) {
        StringBuilder result = new StringBuilder(token.length());
        for (int at = 0; at < token.length(); at++) {
            char character = token.charAt(at);
            result.append((char) table.getOrDefault(character, character));
        }
        return result.toString();
    }

    private static Map<Character, Character> lookAlikes(String from, String to) {
        Map<Character, Character> table = new java.util.HashMap<>();
        for (int at = 0; at < from.length(); at++) {
            table.putIfAbsent(from.charAt(at), to.charAt(at));
        }
        return Map.copyOf(table);
    }
}
