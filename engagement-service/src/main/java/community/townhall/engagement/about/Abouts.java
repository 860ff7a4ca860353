/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.about;

import java.util.Optional;

/** What members say of themselves, one text a member. */
public interface Abouts {

    Optional<About> of(String memberId);

    /** In place of the one before. */
    void put(About about);

    void remove(String memberId);

    long countImportedFrom(String origin);
}
