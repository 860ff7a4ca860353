/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

/** Has all that was done to some content judged again, in the background: it may be much. */
@FunctionalInterface
public interface MeritsAbout {

    /** @param version of the content that is the reason; the same one is a reason once */
    void judgeAgain(String contentId, long version);
}
