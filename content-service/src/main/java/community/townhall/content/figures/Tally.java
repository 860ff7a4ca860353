/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.figures;

/** What engagement counted of a post at one version of its tally. */
public record Tally(String postId, long version, long up, long down, long comments) {

    public long score() {
        return up - down;
    }
}
