/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import java.util.Optional;

/** Where the targets of one type are found. */
public interface TargetSource {

    TargetType type();

    /** Visible or not. */
    Optional<Target> find(String id);
}
