/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import java.time.Instant;

/**
 * A member's reaction to something, as far as points depend on it.
 *
 * @param version of the reaction it is a copy of
 * @param pseudonymous whether nobody is known by the member's id
 * @param up whether it is an up vote that is in force
 * @param at when it was given
 */
public record Vote(
        String id, long version, String targetId, String memberId, boolean pseudonymous, boolean up, Instant at) {}
