/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.rewards;

/** A member earned points. */
public record PointsAwarded(EntryState entry) implements PointsChanged {}
