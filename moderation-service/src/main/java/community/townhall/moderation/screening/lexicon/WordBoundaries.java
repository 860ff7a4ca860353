/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.Arrays;

/** Tells the words of a Chinese clause apart, by how often words are used (a unigram model). */
final class WordBoundaries {

    private static final int LONGEST = 4;
    private static final double TOTAL = 60_000_000;

    /** How often each listed word is taken to stand in texts. */
    private static final double LISTED = 5;

    /** How often a word stands at least that everybody reads as one. */
    private static final int USUAL = 25;

    /** Whom what is done is done to. */
    private static final String PRONOUNS = "你您他她我";

    private final WordFrequencies frequencies;

    WordBoundaries(WordFrequencies frequencies) {
        this.frequencies = frequencies;
    }

    /**
     * Whether a part of the clause is more likely a piece of other words than a word by itself: 死海 begins within 去死
     * and reaches out of it. A word that contains the whole part says nothing of it.
     *
     * <p>Rude words that say what is done to whom are short and their characters frequent, so that they look probable
     * beside any three words: yet in 周日你妈 nothing is done to anybody, as what would be done ends a usual word (周日).
     */
    boolean straddle(String clause, int begin, int end) {
        Path path = path(clause);
        return path.straddles(begin, end)
                && (endsUsualWord(path, clause, begin)
                        || path.cost()
                                < path.costTo(begin)
                                        + cost(LISTED)
                                        + path(clause.substring(end)).cost());
    }

    /** Whether its first character ends a usual word, or its last begins one: in 王*蛋糕店 nobody is called names. */
    boolean isPartOfOthers(String clause, int begin, int end) {
        for (int from = Math.max(0, begin - LONGEST + 1); from < begin; from++) {
            if (frequencies.of(clause.substring(from, begin + 1)) >= USUAL) {
                return true;
            }
        }
        for (int to = Math.min(clause.length(), end + LONGEST - 1); to > end; to--) {
            if (frequencies.of(clause.substring(end - 1, to)) >= USUAL) {
                return true;
            }
        }
        return false;
    }

    /** Whether that character ends a usual word, and whom it would be done to follows. */
    private boolean endsUsualWord(Path path, String clause, int at) {
        int next = at + 1;
        int from = path.startOfWordTo(next);
        return from >= 0
                && from < at
                && next < clause.length()
                && PRONOUNS.indexOf(clause.charAt(next)) >= 0
                && frequencies.of(clause.substring(from, next)) >= USUAL;
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

        /** Where the word starts that ends before that character; -1 when none does. */
        int startOfWordTo(int end) {
            for (int to = starts.length - 1; to > 0; to = starts[to]) {
                if (to == end) {
                    return starts[to];
                }
            }
            return -1;
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
