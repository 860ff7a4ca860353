/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where the targets of one type are found. */
public interface TargetSource {

    TargetType type();

    /** Visible or not. */
    Optional<Target> find(String id);

    /** Those there are of these, visible or not, in no order. */
    default List<Target> find(Collection<String> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }
}
