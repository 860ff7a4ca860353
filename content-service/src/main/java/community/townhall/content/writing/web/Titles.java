/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing.web;

/** How titles are documented. */
final class Titles {

    /** The white space around it, and no other, is left out before its length is looked at. */
    private static final String SPACE =
            "[\\u0009\\u000A\\u000D \\u1680\\u2000-\\u2006\\u2008-\\u200A\\u2028\\u2029\\u205F\\u3000]*";

    private static final String END =
            "[^\\u0000-\\u0020\\u007F-\\u009F\\u1680\\u2000-\\u200A\\u2028\\u2029\\u205F\\u3000]";
    private static final String MIDDLE = "[^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]{1,198}";

    /** A line of 3 to 200 characters. */
    static final String FORM = SPACE + END + MIDDLE + END + SPACE;

    private Titles() {}
}
