/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

/** How often the words of Chinese stand in its texts. */
@FunctionalInterface
interface WordFrequencies {

    /** How often among some 60 million words; 0 when it is no word. */
    int of(String word);
}
