/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

/** How a text is written. Open, see {@link #UNKNOWN}. */
public enum Markup {
    MARKDOWN,
    HTML,
    UNKNOWN
}
