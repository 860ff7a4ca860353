/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard.mongo;

import community.townhall.rewards.leaderboard.Standing;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("standings")
record StandingDocument(@Id String id, String board, String member, long points, long seq) {

    static String idOf(Standing standing) {
        return standing.board() + "/" + standing.memberId();
    }

    Standing toStanding() {
        return new Standing(board, member, points, seq);
    }
}
