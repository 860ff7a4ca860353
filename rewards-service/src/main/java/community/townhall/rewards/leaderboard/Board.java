/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard;

import community.townhall.rewards.ledger.PeriodKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One leaderboard.
 *
 * @param key its name: the period's, or {@code all-time}
 * @param from the first day of its period, absent for all time
 * @param to the last day, likewise
 */
public record Board(
        String key, @Nullable LocalDate from, @Nullable LocalDate to) {

    /** Everything that was ever earned. */
    public static final Board ALL_TIME = new Board("all-time", null, null);

    /** The board of the period of that kind that the day is in. */
    public static Board of(PeriodKind kind, LocalDate day) {
        return new Board(kind.keyOf(day), kind.from(day), kind.to(day));
    }
}
