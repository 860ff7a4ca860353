/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import org.jspecify.annotations.Nullable;

/**
 * A text as it was written.
 *
 * @param number counts the texts of a post or comment: 1 is the first
 * @param title absent for answers and comments
 */
public record Revision(int number, @Nullable String title, String text) {

    /** All that readers would read. */
    public String whole() {
        return title == null ? text : title + "\n" + text;
    }
}
