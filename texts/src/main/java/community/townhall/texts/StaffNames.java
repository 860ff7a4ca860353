/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names by which a member would pass for one of those who run the community. Words are compared, not letters:
 * {@code Cooperator Kim} is nobody of the staff.
 */
public final class StaffNames {

    /** Tell of staff wherever they are one word of a name. */
    private static final List<String> TITLES = List.of(
            "operator",
            "moderator",
            "administrator",
            "admin",
            "townhall",
            "staff",
            "sysop",
            "sysadmin",
            "superadmin",
            "superuser",
            "webmaster",
            "helpdesk");

    /** Names and words of their own, unless they are all that a name, or what is in its brackets, says. */
    private static final List<String> DEPARTMENTS = List.of(
            "mod",
            "moderation",
            "administration",
            "support",
            "system",
            "root",
            "official",
            "community",
            "社区",
            "formermember", // as the console calls those who have left
            "已离开的成员",
            "运营",
            "管理",
            "系统",
            "超管",
            "群主");

    /** What may stand around these without changing whom they seem to name. */
    private static final List<String> COMPANY = List.of(
            "the",
            "s",
            "team",
            "group",
            "agent",
            "bot",
            "desk",
            "site",
            "forum",
            "customer",
            "service",
            "account",
            "head",
            "chief",
            "senior",
            "super",
            "global",
            "团队",
            "组",
            "部",
            "者",
            "人员",
            "员",
            "论坛");

    /**
     * Titles of languages that are written without spaces between words, or whose words go on: the words that these are
     * only a part of stand with them.
     */
    private static final Pattern UNSPACED_TITLES =
            Pattern.compile("管理员|操作员|(?<!出)版主|坛主|(?<!车)站长(?!期|大)|站务|客服|(?<!非)官方|运营者|运营人员|系统(消息|通知|公告)|市政厅"
                    + "|管理人|運営|モデレーター|관리자|운영자|운영진");

    private static final Pattern COMPOSED = Pattern.compile(
            "(%2$s)*(%1$s)(%1$s|%2$s)*".formatted(alternatives(TITLES, DEPARTMENTS), alternatives(COMPANY)));

    private static final Set<String> TITLE_WORDS = TITLES.stream()
            .flatMap(title -> Stream.of(title, title + "s"))
            .map(StaffNames::looks)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern BRACKETS = Pattern.compile("[\\p{Ps}\\p{Pe}|<>]+");
    private static final Pattern SPELT_OUT = Pattern.compile(
            "(?<=(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}])[^\\p{L}\\p{N}]+(?=[\\p{L}\\p{N}](?![\\p{L}\\p{N}]))");
    private static final Pattern CAMELS_BACK = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll})");

    /** Digits and signs that stand for letters, in words that have some. */
    private static final Map<Integer, String> LEET = Map.of(
            (int) '0', "o",
            (int) '1', "l",
            (int) '3', "e",
            (int) '4', "a",
            (int) '5', "s",
            (int) '7', "t",
            (int) '@', "a",
            (int) '$', "s",
            (int) '!', "l",
            (int) '|', "l");

    private static final Pattern AFTER_A_WORD = Pattern.compile("(?<=\\p{L})[\\p{N}@$!|]+(?![\\p{L}\\p{N}])");
    private static final Pattern BEFORE_A_WORD = Pattern.compile("(?<![\\p{L}\\p{N}])[\\p{N}@$!|]+(?=\\p{L})");

    /** Letters of other alphabets, with marks or of odd shapes, as they are read in Latin ones; Chinese in its short forms. */
    private static final Transliterator LATIN = Transliterator.getInstance(
            "NFD; [:M:] Remove; NFC; Cyrillic-Latin; Greek-Latin; NFD; [:M:] Remove; NFC; Latin-ASCII; Traditional-Simplified");

    private StaffNames() {}

    /** Whether somebody of that name would be taken for staff, however it is spelt ({@code 0perator}, {@code Οperator}). */
    public static boolean isOne(String name) {
        String seen = SPELT_OUT
                .matcher(Normalizer2.getNFKCInstance().normalize(unboxed(Names.seen(name))))
                .replaceAll("");
        return Stream.of(seen)
                .flatMap(or(text -> CAMELS_BACK.matcher(text).replaceAll(" ")))
                .flatMap(or(text -> AFTER_A_WORD.matcher(text).replaceAll(" ")))
                .flatMap(or(text -> BEFORE_A_WORD.matcher(text).replaceAll(" ")))
                .flatMap(or(StaffNames::unleet))
                .flatMap(or(LATIN::transliterate))
                .distinct()
                .anyMatch(StaffNames::names);
    }

    private static boolean names(String text) {
        return BRACKETS.splitAsStream(text).anyMatch(StaffNames::isComposed)
                || isComposed(text)
                || NO_LETTERS.splitAsStream(text).map(StaffNames::looks).anyMatch(TITLE_WORDS::contains)
                || UNSPACED_TITLES.matcher(joined(text)).find();
    }

    private static boolean isComposed(String text) {
        return COMPOSED.matcher(looks(joined(text))).matches();
    }

    private static String joined(String text) {
        return NO_LETTERS.matcher(text).replaceAll("");
    }

    /** What words look like that are written in capitals or in small letters, with the pairs made one that fonts do. */
    private static String looks(String word) {
        return Names.looksLike(word)
                .replace("vv", "w") // which Unicode's table of look-alikes does not have
                .replace('l', 'i');
    }

    @SafeVarargs
    private static String alternatives(List<String>... words) {
        return Stream.of(words).flatMap(List::stream).map(StaffNames::looks).collect(Collectors.joining("|"));
    }

    /** With the text itself, that reading of it. */
    private static Function<String, Stream<String>> or(UnaryOperator<String> reading) {
        return text -> Stream.of(text, reading.apply(text)).distinct();
    }

    private static String unleet(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().forEach(c -> letters.append(LEET.getOrDefault(c, Character.toString(c))));
        return letters.toString();
    }

    /** Letters in squares and circles that are no letters to Unicode. */
    private static String unboxed(String text) {
        return text.codePoints()
                .map(c -> {
                    for (int first : new int[] {0x1F150, 0x1F170, 0x1F1E6}) {
                        if (c >= first && c < first + 26) {
                            return 'A' + c - first;
                        }
                    }
                    return c;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
