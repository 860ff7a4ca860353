/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

/**
 * What a text is the text of. Its owner says so, and is told by it what becomes of the text: moderation knows but these two
 * apart from the others. An answer is a post.
 *
 * @param name in capitals, such as {@code POST}
 */
public record SubjectType(String name) {

    /** What a name looks like. */
    public static final String FORM = "[A-Z][A-Z_]{0,39}";

    /** A piece of writing that others stand under. */
    public static final SubjectType POST = new SubjectType("POST");

    public static final SubjectType COMMENT = new SubjectType("COMMENT");

    public boolean isPost() {
        return equals(POST);
    }

    @Override
    public String toString() {
        return name;
    }
}
