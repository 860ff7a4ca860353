/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.rewards;

/**
 * What an account has earned, less what was taken back, in the UTC periods that an entry's points were earned in; with
 * the entry.
 *
 * @param day in points
 * @param week the ISO week, in points
 * @param month the calendar month, in points
 */
public record PeriodTotals(long day, long week, long month) {}
