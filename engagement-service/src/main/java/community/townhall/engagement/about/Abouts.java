/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.about;

import java.util.Optional;

/** What members say of themselves, one text a member. */
public interface Abouts {

    Optional<About> of(String memberId);

    /**
     * Unless the member has one, or took it away.
     *
     * @return whether that is what they say now
     */
    boolean imported(About about);

    /** For good: an import that is repeated does not bring it back. */
    void remove(String memberId);

    /** With those that were taken away. */
    long countImportedFrom(String origin);
}
