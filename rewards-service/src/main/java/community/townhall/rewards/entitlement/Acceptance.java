/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which answer to a question its author accepted.
 *
 * @param version of the question when they did, or took it back
 * @param answerId absent once taken back
 * @param at when they did
 */
public record Acceptance(
        String questionId,
        long version,
        String askerId,
        @Nullable String answerId,
        Instant at) {}
