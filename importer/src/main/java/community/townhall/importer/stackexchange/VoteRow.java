/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.util.Optional;

/** What the columns of {@code Votes.xml} mean, by Stack Exchange's description of its data dump. */
final class VoteRow {

    /** The asker accepted this answer. */
    private static final int ACCEPTED = 1;

    private VoteRow() {}

    static boolean isAcceptance(Row row) {
        return row.requiredNumber("VoteTypeId") == ACCEPTED;
    }

    /** The reaction that a vote of that type is here, if any. */
    static Optional<String> reaction(int type) {
        return switch (type) {
            case 2 -> Optional.of("up");
            case 3 -> Optional.of("down");
            case 5 -> Optional.of("bookmark");
            default -> Optional.empty();
        };
    }

    /** Why a vote of that type is left out. */
    static String nameOfType(int type) {
        return switch (type) {
            case ACCEPTED -> "an acceptance, applied to its question";
            case 4 -> "an offensive flag";
            case 6 -> "a vote to close";
            case 7 -> "a vote to reopen";
            case 8 -> "the start of a bounty";
            case 9 -> "the end of a bounty";
            case 10 -> "a vote to delete";
            case 11 -> "a vote to undelete";
            case 12 -> "a spam flag";
            case 15 -> "a moderator's review";
            case 16 -> "an approval of a suggested edit";
            default -> "an unknown kind of vote";
        };
    }
}
