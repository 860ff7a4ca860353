/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Of the dictionary of the segmenter <a href="https://github.com/huaban/jieba-analysis">jieba</a>: some 320,000 words of
 * up to four characters, in 4 MB of the heap, where jieba itself takes 70. Read when the first word is asked for.
 */
final class JiebaFrequencies implements WordFrequencies {

    private static final int LONGEST = 4;

    /** The words, each as its characters behind one another, in order; and how often each stands. */
    private record Table(long[] words, int[] frequencies) {}

    /** Read once, by the first thread that asks. */
    private static final class Holder {
        static final Table TABLE = read();
    }

    @Override
    public int of(String word) {
        if (word.length() > LONGEST) {
            return 0;
        }
        int at = Arrays.binarySearch(Holder.TABLE.words(), packed(word, word.length()));
        return at < 0 ? 0 : Holder.TABLE.frequencies()[at];
    }

    private static long packed(CharSequence word, int length) {
        long packed = 0;
        for (int at = 0; at < length; at++) {
            packed = packed << Character.SIZE | word.charAt(at);
        }
        return packed;
    }

    private static Table read() {
        try (BufferedReader lines = WordList.lines("/dict.txt")) {
            long[] words = new long[400_000];
            int[] frequencies = new int[words.length];
            int size = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int end = line.indexOf(' ');
                if (end <= 0 || end > LONGEST) {
                    continue;
                }
                if (size == words.length) {
                    words = Arrays.copyOf(words, size * 2);
                    frequencies = Arrays.copyOf(frequencies, size * 2);
                }
                words[size] = packed(line, end);
                frequencies[size] = Integer.parseInt(line, end + 1, line.indexOf(' ', end + 1), 10);
                size++;
            }
            return sorted(Arrays.copyOf(words, size), frequencies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table sorted(long[] words, int[] frequencies) {
        Integer[] order = new Integer[words.length];
        Arrays.setAll(order, index -> index);
        Arrays.sort(order, Comparator.comparingLong(index -> words[index]));
        long[] sorted = new long[words.length];
        int[] of = new int[words.length];
        for (int at = 0; at < sorted.length; at++) {
            sorted[at] = words[order[at]];
            of[at] = frequencies[order[at]];
        }
        return new Table(sorted, of);
    }
}
