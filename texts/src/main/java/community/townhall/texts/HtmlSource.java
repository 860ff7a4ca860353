/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

/** HTML as it was written, before it is sanitised. */
final class HtmlSource {

    private HtmlSource() {}

    /** Without closed comments. */
    static String withoutComments(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int i = 0;
        for (int next = text.indexOf("<!--"); next >= 0; next = text.indexOf("<!--", i)) {
            int end = text.indexOf("-->", next + 4);
            if (end < 0) {
                break;
            }
            kept.append(text, i, next);
            i = end + 3;
        }
        return kept.append(text, i, text.length()).toString();
    }

    /** Without comments, declarations and the like, which the sanitiser would leave out at a cost. */
    static String bounded(String html) {
        StringBuilder kept = new StringBuilder(html.length());
        int i = 0;
        while (i < html.length()) {
            int next = html.indexOf('<', i);
            if (next < 0) {
                break;
            }
            kept.append(html, i, next);
            char then = next + 1 < html.length() ? html.charAt(next + 1) : ' ';
            if (Tags.isLetter(then) || then == '/') {
                kept.append('<');
                i = next + 1;
            } else if (then == '!' || then == '?') {
                boolean comment = html.startsWith("<!--", next);
                int end = html.indexOf(comment ? "-->" : ">", next + 2);
                // What never ends goes on to the end, as browsers have it.
                i = end < 0 ? html.length() : end + (comment ? 3 : 1);
            } else {
                kept.append("&lt;");
                i = next + 1;
            }
        }
        return i < html.length() ? kept.append(html, i, html.length()).toString() : kept.toString();
    }
}
