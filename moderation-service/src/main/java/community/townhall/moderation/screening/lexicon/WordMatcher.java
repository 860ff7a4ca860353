/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.Set;

/** Finds the words of a list in a text. */
public interface WordMatcher {

    /** The words of the list that the text contains, however disguised. */
    Set<String> matches(NormalText text);

    /** Those that it contains also where it may be code, in which {@code $hit} and {@code sb} are somebody's variables. */
    Set<String> matchesAmongCode(NormalText text);
}
