/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

/** How a text is written. */
public enum Markup {
    /** CommonMark. The HTML that its place allows counts as such; all other HTML is text and shown as it stands. */
    MARKDOWN,
    /** HTML, as communities keep it that members move from. What its place does not allow is left out. */
    HTML,
    /**
     * CommonMark in which HTML stands that is left out where its place does not allow it. How imported texts were read
     * before they could be {@link #HTML}; nothing new is written so.
     */
    MIXED
}
