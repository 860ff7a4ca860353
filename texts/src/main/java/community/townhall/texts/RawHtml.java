/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

/**
 * What HTML within Markdown counts as HTML.
 *
 * @param place which elements it allows
 * @param dropsOther whether the rest is left out, as in {@link Markup#MIXED}; otherwise it is text
 */
record RawHtml(Place place, boolean dropsOther) {

    /** Whether that tag has an effect as it was written: with all of its attributes, {@code a<b and c>d} has none. */
    boolean keeps(Tags.Tag tag, String written) {
        return dropsOther || (place.allows(tag.name()) && Policies.keepWhole(tag, written));
    }

    boolean keepsLink(String address) {
        return dropsOther || Policies.keepLink(address);
    }

    /** A whole block of HTML for {@link Markup#MIXED}. */
    String filtered(String html) {
        StringBuilder kept = new StringBuilder(html.length());
        int i = 0;
        boolean comments = true;
        while (i < html.length()) {
            int next = html.indexOf('<', i);
            if (next < 0) {
                break;
            }
            kept.append(html, i, next);
            Tags.Tag tag = Tags.at(html, next);
            if (tag != null) {
                kept.append(html, next, tag.end());
                i = tag.end();
                continue;
            }
            int end = comments && html.startsWith("<!--", next) ? html.indexOf("-->", next + 4) : -1;
            comments &= !html.startsWith("<!--", next) || end >= 0;
            if (end >= 0) {
                i = end + 3;
            } else {
                kept.append("&lt;");
                i = next + 1;
            }
        }
        return kept.append(html, i, html.length()).toString();
    }
}
