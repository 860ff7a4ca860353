/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is done to a word so that people still read it and machines do not. Each is written as Markdown. */
final class Disguises {

    private static final String SIGNS = "._-*|/~^+=#%&@$€£￥·•…★♥→¿§\\";
    private static final String[] INVISIBLE = {"\u200B", "\u200D", "\u2060", "\u00AD", "\uFEFF", "\u034F", "\u180E"};

    private Disguises() {}

    /** By name, for words in Latin letters. */
    static Map<String, UnaryOperator<String>> latin() {
        Map<String, UnaryOperator<String>> all = common();
        all.put(
                "styled",
                word -> mapped(word, letter -> letter >= 'a' && letter <= 'z' ? 0x1D586 + letter - 'a' : letter));
        all.put("look-alikes", word -> replaced(word, "aceiopsxy", "асеіорѕху"));
        all.put("digits", word -> replaced(word, "oiea", "0134"));
        all.put("capitals", word -> word.toUpperCase(java.util.Locale.ROOT));
        all.put("stretched", word -> word.replaceFirst("([aeiouy])", "$1$1$1$1$1"));
        return all;
    }

    /** By name, for Chinese words. */
    static Map<String, UnaryOperator<String>> chinese() {
        Map<String, UnaryOperator<String>> all = common();
        all.put("a star for one", word -> word.length() < 3 ? word : word.charAt(0) + "\\*" + word.substring(2));
        all.put(
                "traditional",
                word -> replaced(
                        word,
                        "妈东儿种财边门见贱绿荡妇骚废障脑残乡鳖鸡国杀亲马黄台独笔沙滚养骗个鸟云丧贵湾龟网红车轮罗",
                        "媽東兒種財邊門見賤綠蕩婦騷廢障腦殘鄉鱉雞國殺親馬黃臺獨筆沙滾養騙個鳥雲喪貴灣龜網紅車輪羅"));
        return all;
    }

    private static Map<String, UnaryOperator<String>> common() {
        Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
        all.put("none", UnaryOperator.identity());
        all.put("full width", word -> mapped(word, letter -> letter > ' ' && letter < 0x7F ? letter + 0xFEE0 : letter));
        all.put("accents", word -> mapped(word, letter -> letter, "\u0301"));
        for (String invisible : INVISIBLE) {
            all.put("U+%04X".formatted((int) invisible.charAt(0)), word -> between(word, invisible));
        }
        all.put("control", word -> between(word, "\u0001"));
        all.put("surrogate", word -> between(word, "\uD800"));
        all.put("**", word -> within(word, "**", "**"));
        all.put("<b>", word -> within(word, "<b>", "</b>"));
        all.put("link", word -> within(word, "[", "](https://a.example)"));
        all.put("entities", word -> mapped(word, letter -> letter, null));
        all.put("&shy;", word -> between(word, "&shy;"));
        all.put("spaces", word -> between(word, " "));
        all.put("emoji", word -> between(word, "😀"));
        SIGNS.chars()
                .forEach(sign -> all.put(
                        Character.toString(sign),
                        word -> between(word, sign == '\\' ? "\\\\" : Character.toString(sign))));
        return all;
    }

    /** Between all letters, but not beside a space. */
    private static String between(String word, String what) {
        return word.replaceAll("(?<=\\S)(?=\\S)", java.util.regex.Matcher.quoteReplacement(what));
    }

    /** Around what is between the first and the last letter of each word, or the second of two. */
    private static String within(String phrase, String before, String after) {
        return java.util.Arrays.stream(phrase.split(" "))
                .map(word -> word.length() < 3
                        ? word.charAt(0) + before + word.substring(1) + after
                        : word.charAt(0)
                                + before
                                + word.substring(1, word.length() - 1)
                                + after
                                + word.charAt(word.length() - 1))
                .collect(Collectors.joining(" "));
    }

    private static String replaced(String word, String from, String to) {
        return mapped(word, letter -> from.indexOf(letter) < 0 ? letter : to.charAt(from.indexOf(letter)));
    }

    private static String mapped(String word, java.util.function.IntUnaryOperator letters) {
        return mapped(word, letters, "");
    }

    /** @param mark follows each letter; none means that letters are written as character references */
    private static String mapped(
            String word, java.util.function.IntUnaryOperator letters, @org.jspecify.annotations.Nullable String mark) {
        StringBuilder result = new StringBuilder();
        word.codePoints().forEach(letter -> {
            if (letter == ' ') {
                result.append(' ');
            } else if (mark == null) {
                result.append("&#").append(letter).append(';');
            } else {
                result.appendCodePoint(letters.applyAsInt(letter)).append(mark);
            }
        });
        return result.toString();
    }
}
