/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.lexicon.NormalText;
import java.util.List;

/**
 * What a phase may look at besides the submission.
 *
 * @param text the submission's whole text, normalised once for all phases
 * @param links the hosts it links to, one entry a link
 * @param earlier what the phases before this one said
 */
public record Context(NormalText text, List<String> links, AuthorHistory author, List<Verdict> earlier) {}
