/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.member;

import java.util.Collection;
import java.util.Map;

/** What members are called, for moderators to read; they are known by id everywhere else. */
public interface Members {

    /** Keeps a name unless a newer one is kept. */
    void keep(String id, long version, String displayName);

    /** The names of those that are known, by id. */
    Map<String, String> namesOf(Collection<String> ids);
}
