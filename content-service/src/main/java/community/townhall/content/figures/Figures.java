/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.figures;

/**
 * The numbers shown with a post.
 *
 * @param score up minus down
 * @param comments visible ones
 * @param answers published ones
 */
public record Figures(long score, long up, long down, long comments, long answers) {

    public static final Figures NONE = new Figures(0, 0, 0, 0, 0);
}
