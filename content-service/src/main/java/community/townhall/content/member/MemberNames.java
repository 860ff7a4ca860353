/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.member;

import java.util.Collection;
import java.util.Map;

/** What members are called: a copy of what engagement-service tells. */
public interface MemberNames {

    /** Keeps a name over an older one. */
    void keep(MemberName name);

    /** Keeps the name in a member's access token until engagement-service tells one. */
    void introduce(String memberId, String name);

    /** The names by member id; unknown members are left out. */
    Map<String, String> namesOf(Collection<String> memberIds);
}
