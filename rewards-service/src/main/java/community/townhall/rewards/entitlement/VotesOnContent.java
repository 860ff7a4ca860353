/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

/** Has all votes on something judged again, in the background: there may be many. */
@FunctionalInterface
public interface VotesOnContent {

    /** @param version of the content that is the reason; the same one is a reason once */
    void judgeAgain(String contentId, long version);
}
