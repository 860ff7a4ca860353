/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.Set;

/** Where a text stands, and so how long it may be and which elements it may have. */
public enum Place {
    /** Posts and answers. */
    POST(
            60_000,
            Set.of(
                    "p",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "pre",
                    "code",
                    "kbd",
                    "samp",
                    "var",
                    "em",
                    "i",
                    "strong",
                    "b",
                    "s",
                    "del",
                    "ins",
                    "strike",
                    "sub",
                    "sup",
                    "small",
                    "mark",
                    "q",
                    "cite",
                    "abbr",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "img",
                    "details",
                    "summary")),
    /** Comments: prose, code and lists. A line end is one, a heading is a paragraph, and a picture is a link to it. */
    COMMENT(10_000, Set.of("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a", "img"));

    private final int longest;
    private final Set<String> elements;

    Place(int longest, Set<String> elements) {
        this.longest = longest;
        this.elements = elements;
    }

    /** How many characters the source of a text may have. */
    public int longest() {
        return longest;
    }

    Set<String> elements() {
        return elements;
    }

    boolean allows(String element) {
        return elements.contains(element);
    }
}
