/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard;

import community.townhall.rewards.ledger.Entry;
import community.townhall.rewards.ledger.PeriodKind;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What a member has earned in a board's period.
 *
 * @param board the board's key
 * @param sequence of the account's entry that says so: only a later entry says otherwise
 */
public record Standing(String board, String memberId, long points, long sequence) {

    /** What an entry says of the boards it counts on. It carries the totals, so the newest entry says it all. */
    static Stream<Standing> of(Entry entry) {
        return Stream.concat(
                Stream.of(new Standing(Board.ALL_TIME.key(), entry.account(), entry.lifetime(), entry.sequence())),
                Arrays.stream(PeriodKind.values())
                        .map(kind -> new Standing(
                                kind.keyOf(entry.day()),
                                entry.account(),
                                entry.totals().of(kind),
                                entry.sequence())));
    }
}
