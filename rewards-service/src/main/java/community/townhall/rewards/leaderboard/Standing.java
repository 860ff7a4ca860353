/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard;

/**
 * What a member has earned in a board's period.
 *
 * @param board the board's key
 * @param sequence of the account's entry that says so: only a later entry says otherwise
 */
public record Standing(String board, String memberId, long points, long sequence) {

    /** Among all, for all they ever earned. */
    public static Standing everOf(String memberId, long lifetime, long sequence) {
        return new Standing(Board.ALL_TIME.key(), memberId, lifetime, sequence);
    }
}
