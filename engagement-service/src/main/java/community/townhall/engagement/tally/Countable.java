/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import community.townhall.engagement.target.TargetType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reactions, comments or replies as what is counted: each says what of it is counted. */
public interface Countable {

    /** Which they are: tells apart what the tally of one target has of them. */
    String name();

    /** Those on the target that changed since they were counted, some at most. */
    List<Item> uncounted(String targetId, int limit);

    /** All on the target, by id. */
    List<Item> page(String targetId, @Nullable String after, int limit);

    /** Notes what of these is counted, unless more is noted of it. */
    void counted(Map<String, Contribution> items);

    /** Has one counted that changed without saying so, as those do that an earlier release writes. */
    void letWait(Item item, String targetId);

    /** Some targets with something on them that is not counted. */
    Map<String, TargetType> waiting(int limit);

    /** Whether such things can be on it. */
    boolean areOn(TargetType type);

    /**
     * One of them.
     *
     * @param now what it contributes
     * @param counted what of it is counted, as far as it says itself
     * @param waits whether it says that it is not
     */
    record Item(String id, Contribution now, Contribution counted, boolean waits) {}
}
