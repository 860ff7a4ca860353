/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** HTML tags as CommonMark knows them. */
final class Tags {

    /** What is longer is no tag that somebody wrote. */
    private static final int LONGEST = 4_000;

    private Tags() {}

    /**
     * @param end after its {@code >}
     * @param name in lower case
     * @param attributes their names, in lower case
     */
    record Tag(int end, String name, boolean closing, List<String> attributes) {}

    /** The tag that begins there, or null. Reads no further than the next {@code <} outside of quotes. */
    static @Nullable Tag at(CharSequence text, int start) {
        int limit = Math.min(text.length(), start + LONGEST);
        int i = start + 1;
        boolean closing = i < limit && text.charAt(i) == '/';
        if (closing) {
            i++;
        }
        int name = i;
        while (i < limit && isNamed(text.charAt(i), i > name)) {
            i++;
        }
        if (i == name) {
            return null;
        }
        List<String> attributes = new ArrayList<>();
        String called = text.subSequence(name, i).toString().toLowerCase(Locale.ROOT);
        while (i < limit) {
            int attribute = spaceEnd(text, i, limit);
            if (attribute == limit) {
                return null;
            }
            char c = text.charAt(attribute);
            if (c == '>') {
                return new Tag(attribute + 1, called, closing, attributes);
            }
            if (closing) {
                return null;
            }
            if (c == '/') {
                return attribute + 1 < limit && text.charAt(attribute + 1) == '>'
                        ? new Tag(attribute + 2, called, closing, attributes)
                        : null;
            }
            if (attribute == i || !isAttributeStart(c)) {
                return null;
            }
            i = attributeEnd(text, attribute, limit);
            if (i < 0) {
                return null;
            }
            attributes.add(name(text.subSequence(attribute, i).toString()));
        }
        return null;
    }

    private static String name(String attribute) {
        int equals = attribute.indexOf('=');
        return (equals < 0 ? attribute : attribute.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    }

    private static int attributeEnd(CharSequence text, int start, int limit) {
        int i = start;
        while (i < limit
                && (isAttributeStart(text.charAt(i)) || isNamed(text.charAt(i), true) || text.charAt(i) == '.')) {
            i++;
        }
        int equals = spaceEnd(text, i, limit);
        if (equals == limit || text.charAt(equals) != '=') {
            return i;
        }
        int value = spaceEnd(text, equals + 1, limit);
        if (value == limit) {
            return -1;
        }
        char quote = text.charAt(value);
        if (quote == '"' || quote == '\'') {
            for (int end = value + 1; end < limit; end++) {
                if (text.charAt(end) == quote) {
                    return end + 1;
                }
            }
            return -1;
        }
        int end = value;
        while (end < limit && text.charAt(end) > ' ' && "\"'=<>`".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end == value ? -1 : end;
    }

    private static int spaceEnd(CharSequence text, int start, int limit) {
        int i = start;
        while (i < limit && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\n')) {
            i++;
        }
        return i;
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNamed(char c, boolean inside) {
        return isLetter(c) || (inside && ((c >= '0' && c <= '9') || c == '-'));
    }

    private static boolean isAttributeStart(char c) {
        return isLetter(c) || c == '_' || c == ':';
    }
}
