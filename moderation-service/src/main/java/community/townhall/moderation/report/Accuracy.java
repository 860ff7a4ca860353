/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.report;

/**
 * How often a member's reports were right.
 *
 * @param upheld reports that a moderator acted on
 * @param decided all that were decided
 */
public record Accuracy(long upheld, long decided) {

    public Accuracy {
        if (upheld < 0 || decided < upheld) {
            throw new IllegalArgumentException("%d of %d".formatted(upheld, decided));
        }
    }

    /** Laplace's rule of succession, (upheld + 1) / (decided + 2): one half for who never reported. */
    public double estimate() {
        return (upheld + 1.0) / (decided + 2.0);
    }
}
