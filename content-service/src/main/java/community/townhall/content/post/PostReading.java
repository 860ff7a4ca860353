/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import community.townhall.content.figures.Figures;

/**
 * A post as it is shown.
 *
 * @param excerpt the beginning of its text without any markup
 */
public record PostReading(Post post, Figures figures, String excerpt) {}
