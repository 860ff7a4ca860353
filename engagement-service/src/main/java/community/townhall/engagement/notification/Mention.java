/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import community.townhall.engagement.member.DisplayName;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member who is named in a text: {@code @} and their display name without its spaces, in any case.
 *
 * <p>Chinese, Japanese and Korean are written without spaces, so that a name may be followed by the sentence that goes
 * on. There the longest beginning that is somebody's name is meant.
 *
 * @param candidates what may be the name, the longest first
 */
public record Mention(List<String> candidates) {

    /** More than that in one text is no conversation. */
    private static final int MOST = 10;

    private static final Pattern CODE = Pattern.compile("(?s)```.*?(```|\\z)|`[^`\n]*`");
    private static final Pattern AT =
            Pattern.compile("(?<![\\p{IsLatin}\\p{N}_@/.])@([\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,79})");

    /** The mentions in a Markdown text, in their order, at most ten; code mentions nobody. */
    public static List<Mention> in(String markdown) {
        Set<Mention> mentions = new LinkedHashSet<>();
        Matcher at = AT.matcher(CODE.matcher(markdown).replaceAll(" "));
        while (at.find() && mentions.size() < MOST) {
            mentions.add(new Mention(candidates(at.group(1))));
        }
        return List.copyOf(mentions);
    }

    private static List<String> candidates(String written) {
        String name = written.replaceFirst("[.-]+$", ""); // more likely the sentence's than the name's
        Set<String> candidates = new LinkedHashSet<>(Arrays.asList(written, name));
        for (int end = name.length() - 1; end > 0; end--) {
            if (isWrittenWithoutSpaces(name.codePointAt(end))) {
                candidates.add(name.substring(0, end));
            }
        }
        return List.copyOf(candidates);
    }

    /** Whom it names, given who is known by the candidates. */
    public Optional<String> among(Map<String, String> memberIdsByHandle) {
        return candidates.stream()
                .map(DisplayName::handleOf)
                .filter(memberIdsByHandle::containsKey)
                .findFirst()
                .map(memberIdsByHandle::get);
    }

    private static boolean isWrittenWithoutSpaces(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
