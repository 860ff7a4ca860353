/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.Arrays;

/** Tells the words of a Chinese clause apart, by how often words are used (a unigram model). */
final class WordBoundaries {

    private static final int LONGEST = 4;
    private static final double TOTAL = 60_000_000;

    /** How often each listed word is taken to stand in texts. */
    private static final double LISTED = 5;

    private final WordFrequencies frequencies;

    WordBoundaries(WordFrequencies frequencies) {
        this.frequencies = frequencies;
    }

    /**
     * Whether a part of the clause is more likely a piece of other words than a word by itself: 死海 begins within 去死
     * and reaches out of it. A word that contains the whole part says nothing of it.
     */
    boolean straddle(String clause, int begin, int end) {
        Path path = path(clause);
        return path.straddles(begin, end)
                && path.cost()
                        < path.costTo(begin)
                                + cost(LISTED)
                                + path(clause.substring(end)).cost();
    }

    /**
     * The most probable words of a clause.
     *
     * @param costs up to each character
     * @param starts where the word starts that ends before each character
     */
    private record Path(double[] costs, int[] starts) {

        double cost() {
            return costs[costs.length - 1];
        }

        double costTo(int at) {
            return costs[at];
        }

        boolean straddles(int begin, int end) {
            for (int to = starts.length - 1; to > 0; to = starts[to]) {
                int from = starts[to];
                if (to > begin && from < end && (from < begin ? to < end : from > begin && to > end)) {
                    return true;
                }
            }
            return false;
        }
    }

    private Path path(String clause) {
        double[] costs = new double[clause.length() + 1];
        int[] starts = new int[clause.length() + 1];
        Arrays.fill(costs, 1, costs.length, Double.MAX_VALUE);
        for (int from = 0; from < clause.length(); from++) {
            int last = Math.min(clause.length(), from + LONGEST);
            for (int to = from + 1; to <= last; to++) {
                int frequency = frequencies.of(clause.substring(from, to));
                if (frequency > 0 || to == from + 1) {
                    double cost = costs[from] + cost(frequency);
                    if (cost < costs[to]) {
                        costs[to] = cost;
                        starts[to] = from;
                    }
                }
            }
        }
        return new Path(costs, starts);
    }

    private static double cost(double frequency) {
        return Math.log(TOTAL / (frequency + 1));
    }
}
