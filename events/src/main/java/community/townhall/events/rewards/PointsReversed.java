/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.rewards;

/** Points were taken back, exactly as they had been credited. */
public record PointsReversed(EntryState entry) implements PointsChanged {}
