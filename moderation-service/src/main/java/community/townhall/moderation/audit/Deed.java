/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done and is to be entered.
 *
 * @param cause names this deed and no other: entering it again changes nothing
 * @param at when it was done
 * @param actor who did it, absent when a machine did
 * @param action what was done, such as {@code DECIDED}
 * @param subject to what: a post or comment
 */
public record Deed(
        String cause, Instant at, @Nullable String actor, String action, String subject, Map<String, String> detail) {

    public Deed {
        at = at.truncatedTo(ChronoUnit.MILLIS); // what the store keeps: the hash must outlive it
        detail = Map.copyOf(detail);
    }
}
