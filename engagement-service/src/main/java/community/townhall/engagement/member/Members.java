/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All members. */
public interface Members {

    Optional<Member> find(String id);

    /** Whether there is such a member; cheap for one who has been seen lately. */
    boolean isKnown(String id);

    /** @return false when there is one of that id already; nothing was written then */
    boolean add(MemberEvent.Joined joined);

    /**
     * Loads, decides and writes, again whenever somebody else was quicker.
     *
     * @return the member after it, empty when there is none
     */
    Optional<Member> change(String id, Function<Member, Optional<MemberEvent.ProfileChanged>> decision, Instant at);

    /** What they are called; who is unknown is left out. */
    Map<String, String> namesOf(Collection<String> ids);

    /** Whom these handles mention: of several of one handle, who joined here comes before imported, then the oldest. */
    Map<String, String> mentionedBy(Collection<String> handles);

    long countImportedFrom(String origin);
}
