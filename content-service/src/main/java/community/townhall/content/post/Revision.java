/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

/**
 * A text that a post has, had, or might have had.
 *
 * @param shown whether readers may have seen it
 */
public record Revision(Text text, boolean shown) {}
