/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.member;

import java.util.Collection;
import java.util.Map;

/** What members are called, as far as it is known here. */
public interface MemberNames {

    /** The names of those who are known, by id. */
    Map<String, String> of(Collection<String> memberIds);

    /** @param version of the member when they were called that; an older name never replaces a newer one */
    void know(String memberId, String name, long version);
}
