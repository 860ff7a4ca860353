/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.moderation.ContentStanding;
import java.util.List;

/**
 * A thanks was published, or held, or taken from view, as its status says.
 *
 * @param reasons why, for whoever thanked; empty when there is nothing to tell
 */
public record ThanksJudged(ThanksState thanks, List<ContentStanding.Reason> reasons) implements ThanksChanged {}
