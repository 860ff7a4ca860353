/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.community.member;

import java.util.Collection;
import java.util.Map;

/** The members, as far as they are known here: a copy of what their own service tells, which may be a moment behind. */
public interface KnownMembers {

    /** Keeps a member over an older version. */
    void keep(KnownMember member);

    /** Keeps the name in a member's access token until their own service tells one. */
    void introduce(String memberId, String displayName);

    /** The names by member id; unknown members are left out. */
    Map<String, String> namesOf(Collection<String> memberIds);
}
