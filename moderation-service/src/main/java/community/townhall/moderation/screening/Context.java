/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.moderation.content.Verdict;
import java.util.List;

/**
 * What a phase may look at besides the submission.
 *
 * @param reading what readers see of the text, read once for all phases
 * @param earlier what the phases before this one said
 */
public record Context(Reading reading, AuthorHistory author, List<Verdict> earlier) {}
