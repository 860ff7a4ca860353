/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.util.List;

/** Where signed heads are kept: not in the database. Nothing is ever taken out. */
public interface SignedHeads {

    /**
     * Returns once it is kept for good.
     *
     * @throws HeadsUnavailable when that cannot be done now
     */
    void add(SignedHead head);

    /**
     * The last ones, oldest first.
     *
     * @throws HeadsUnavailable when they cannot be read now
     */
    List<SignedHead> latest();
}
