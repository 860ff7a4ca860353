/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.figures;

import java.time.Instant;
import java.util.Locale;

/**
 * A post's place in the hot feed, after the ranking that Reddit published with its source code ({@code _sorts.pyx}):
 *
 * <pre>hot = sign(score) · log10(max(|score|, 1)) + seconds / 45000</pre>
 *
 * where seconds are those from the epoch to the post's publication. Ten times the score is worth as much as being
 * published 12½ hours later. The rank changes with the score alone and never as time goes by, so nothing is recalculated
 * and a cursor stays where it is.
 */
public final class HotRank {

    private static final double SECONDS_PER_ORDER_OF_MAGNITUDE = 45_000;
    private static final double ABOVE_ANY_DEFICIT = 100_000;

    private HotRank() {}

    /** Higher is hotter. */
    public static double of(long score, Instant publishedAt) {
        double order = Math.log10(Math.max(Math.abs((double) score), 1));
        double seconds = publishedAt.toEpochMilli() / 1000.0;
        return Long.signum(score) * order + seconds / SECONDS_PER_ORDER_OF_MAGNITUDE;
    }

    /**
     * The rank as text that sorts like the number, and like the id where two ranks are equal to a millisecond's worth: a
     * sort key that is unique, so that one range condition finds what follows it.
     */
    public static String key(long score, Instant publishedAt, String id) {
        return String.format(Locale.ROOT, "%016.8f-%s", of(score, publishedAt) + ABOVE_ANY_DEFICIT, id);
    }
}
