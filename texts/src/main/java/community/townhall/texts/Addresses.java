/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/**
 * Addresses that stand in a text as they are. One ends where a space does not show its end but the writing does: at
 * punctuation of Chinese and other scripts, and where Chinese goes on right after a Latin letter or a digit.
 */
final class Addresses {

    /** What is longer without an end is no address that somebody wrote. */
    private static final int LONGEST = 2_000;

    private static final char HYPHEN = '\u2010';
    private static final char EN_DASH = '\u2013';

    private static final LinkExtractor EXTRACTOR =
            LinkExtractor.builder().linkTypes(EnumSet.allOf(LinkType.class)).build();

    private Addresses() {}

    /** @param url with its scheme */
    record Address(int begin, int end, String url) {}

    static List<Address> in(String text) {
        List<Address> found = new ArrayList<>();
        if (text.indexOf('@') < 0 && !text.contains("://") && !text.contains("www.")) {
            return found;
        }
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || (isEnd(text, i) && !isDotOfHost(text, begin, i))) {
                extract(text, begin, i, found);
                begin = i;
            }
        }
        return found;
    }

    private static void extract(String text, int begin, int end, List<Address> found) {
        if (end - begin < 4 || end - begin > LONGEST) {
            return;
        }
        for (LinkSpan span : EXTRACTOR.extractLinks(text.substring(begin, end))) {
            int last = begin + span.getEndIndex();
            int first = begin + span.getBeginIndex();
            if (span.getType() == LinkType.EMAIL) {
                first = mailboxBegin(text, first, last);
            }
            String written = text.substring(first, last);
            String url = switch (span.getType()) {
                case EMAIL -> "mailto:" + written;
                case WWW -> "http://" + written;
                case URL -> written;
            };
            if (isOfTheWeb(url)) {
                found.add(new Address(first, last, url));
            }
        }
    }

    /** Chinese before it is no part of a mailbox's name when Latin follows. */
    private static int mailboxBegin(String text, int first, int last) {
        int begin = first;
        for (int i = first; text.charAt(i) != '@' && i < last; i++) {
            if (Letters.isEastAsian(text.charAt(i)) && isLatinLetterOrDigit(text.charAt(i + 1))) {
                begin = i + 1;
            }
        }
        return begin;
    }

    private static boolean isOfTheWeb(String url) {
        String scheme = url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") || scheme.equals("mailto");
    }

    /** Whether no address goes on over that character, or begins before it and goes on with it. */
    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        if (c <= ' ') {
            return true;
        }
        if (c < 0x80) {
            return false;
        }
        return switch (Character.getType(text.codePointAt(at))) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_SYMBOL -> true;
            case Character.DASH_PUNCTUATION -> c > EN_DASH || isDash(text, at);
            default ->
                at > 0
                        && (isLatinLetterOrDigit(text.charAt(at - 1)) || isPause(text, at - 1))
                        && Letters.isEastAsian(text.codePointAt(at));
        };
    }

    /** Whether a short one stands for a dash: those of words are in titles of pages (Michelson–Morley). */
    private static boolean isDash(String text, int at) {
        char c = text.charAt(at);
        return c >= HYPHEN
                && at + 1 < text.length()
                && (text.charAt(at + 1) == c || Letters.isEastAsian(text.codePointAt(at + 1)));
    }

    /** Whether a clause or emphasis ends with that sign; the dots of a host are none, and a colon parts the names of a wiki's pages. */
    private static boolean isPause(String text, int at) {
        return switch (text.charAt(at)) {
            case ',', '!', '?', ';', '~', '*', '\'' -> true;
            case '.' -> {
                String before = text.substring(Math.max(0, at - LONGEST), at);
                int host = before.lastIndexOf("://");
                yield host >= 0 && before.indexOf('/', host + 3) >= 0;
            }
            default -> false;
        };
    }

    /** Browsers take the full stops of Chinese for dots of a host; a host has one, so that the first is no sentence's. */
    private static boolean isDotOfHost(String text, int begin, int at) {
        char c = text.charAt(at);
        if ((c != '\u3002' && c != '\uFF0E' && c != '\uFF61')
                || at + 1 >= text.length()
                || !isLatinLetterOrDigit(text.charAt(at + 1))) {
            return false;
        }
        int i = at - 1;
        while (i > begin && (isLatinLetterOrDigit(text.charAt(i)) || text.charAt(i) == '-')) {
            i--;
        }
        return i - 2 >= begin && text.startsWith("://", i - 2);
    }

    private static boolean isLatinLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
