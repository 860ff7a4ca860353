/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.List;

/** A text shown as it was written. */
final class PlainText {

    private PlainText() {}

    static Rendering of(String source) {
        String text = Letters.withoutTurns(Letters.withoutForbidden(source));
        String html = "<p>" + escaped(text).replace("\n", "<br />\n") + "</p>";
        return new Rendering(
                html,
                text.strip(),
                List.of(),
                text.isBlank() ? List.of() : List.of(text.strip()),
                List.of(),
                false,
                true);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;");
    }
}
