/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks;

import community.townhall.engagement.target.TargetType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All thanks. */
public interface AllThanks {

    String idOf(String memberId, TargetType type, String targetId);

    Optional<Thanks> find(String id);

    /**
     * Loads, decides and writes, again when somebody was quicker.
     *
     * @return the thanks after it, empty when there are none
     */
    Optional<Thanks> change(String id, Function<Optional<Thanks>, Optional<? extends ThanksEvent>> decision);

    /**
     * What others thank a member for and is seen, latest first.
     *
     * @param beforeAt where the former page ended, absent for the first
     * @param beforeId tells apart what was said at the same time
     */
    List<Thanks> to(String memberId, @Nullable Instant beforeAt, @Nullable String beforeId, int limit);
}
