/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the columns of {@code Posts.xml} mean, by Stack Exchange's description of its data dump. */
final class PostRow {

    private static final String EXCERPT = "4";
    private static final String WIKI = "5";

    private PostRow() {}

    /** Of a row of {@link Kind#WIKIS}: whether it is the line or two, and not the whole. */
    static boolean isExcerpt(Row row) {
        return EXCERPT.equals(row.text("PostTypeId"));
    }

    static Kind kind(Row row) {
        return switch (row.text("PostTypeId")) {
            case "1" -> Kind.QUESTIONS;
            case "2" -> Kind.ANSWERS;
            case EXCERPT, WIKI -> Kind.WIKIS;
            case null, default -> Kind.OTHER_POSTS;
        };
    }

    /** Why a row of {@link Kind#OTHER_POSTS} is left out. */
    static String nameOfType(Row row) {
        return switch (row.text("PostTypeId")) {
            case null -> "no PostTypeId";
            case "3" -> "a wiki of before 2010";
            case "6" -> "a moderator's nomination";
            case "7" -> "a placeholder of a wiki";
            case "8" -> "a privilege's wiki";
            default -> "an unknown kind of post";
        };
    }

    /** Tags stand as {@code <a><b>} in older dumps and as {@code |a|b|} in newer ones. */
    static List<String> tags(Row row) {
        String tags = row.text("Tags");
        return tags == null
                ? List.of()
                : Arrays.stream(tags.split("[<>|]"))
                        .filter(tag -> !tag.isBlank())
                        .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
    }
}
