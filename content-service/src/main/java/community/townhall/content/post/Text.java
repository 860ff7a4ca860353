/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of what a post says.
 *
 * @param revision 1 is the first; a number is never given to another text
 * @param title absent for an answer
 * @param body Markdown, as written
 * @param at when it was written
 */
public record Text(int revision, @Nullable String title, String body, Instant at) {}
