/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.Set;

/** Finds the words of a list in a text. */
@FunctionalInterface
public interface WordMatcher {

    /** The words of the list that the text contains, however disguised. */
    Set<String> matches(NormalText text);
}
