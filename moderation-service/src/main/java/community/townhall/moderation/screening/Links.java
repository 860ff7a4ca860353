/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The links in a text, whether Markdown, HTML or bare. */
public final class Links {

    private static final Pattern LINK =
            Pattern.compile("(?:https?://|\\bwww\\.)([\\p{L}\\p{N}._-]{1,253})", Pattern.CASE_INSENSITIVE);

    private Links() {}

    /** The host of each link, in lower case and without {@code www.}, in the order they stand in. */
    public static List<String> hosts(String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1).toLowerCase(Locale.ROOT))
                .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host)
                .toList();
    }
}
