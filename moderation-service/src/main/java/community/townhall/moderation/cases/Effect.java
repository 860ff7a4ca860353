/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done in a case and has yet to take effect outside of it. It is written together with the change
 * of the case, carried out afterwards, perhaps more than once, and then taken off.
 *
 * @param number 1, 2, 3… within the case
 * @param actor absent when a machine did it
 * @param action what is entered in the audit log
 * @param decision the number of the decision to apply, 0 when there is none
 */
public record Effect(
        int number, Instant at, @Nullable String actor, String action, Map<String, String> detail, int decision) {

    public Effect {
        detail = Map.copyOf(detail);
    }
}
