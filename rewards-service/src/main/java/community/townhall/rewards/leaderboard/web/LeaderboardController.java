/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard.web;

import community.townhall.community.member.KnownMembers;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Problems;
import community.townhall.rewards.leaderboard.Board;
import community.townhall.rewards.leaderboard.Standing;
import community.townhall.rewards.leaderboard.Standings;
import community.townhall.rewards.ledger.PeriodKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Leaderboards", description = "Who earned most")
class LeaderboardController {

    /** Of those that a date can be of in a request. */
    private static final int LAST_YEAR = 9999;

    private final Standings standings;
    private final KnownMembers members;
    private final Clock clock;

    LeaderboardController(Standings standings, KnownMembers members, Clock clock) {
        this.standings = standings;
        this.members = members;
        this.clock = clock;
    }

    record MemberView(String id, @Nullable String name) {}

    record Place(int rank, MemberView member, long points) {}

    record LeaderboardView(
            String period,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<Place> items) {}

    @GetMapping("/api/rewards/leaderboards/{period:day|week|month|all-time}")
    @Public
    @Operation(
            summary = "The members who earned most in a UTC day, an ISO week or a month, or ever",
            description = "period is day, week, month or all-time; date is any day of it, today by default. "
                    + "Who has as many points has the same rank.")
    LeaderboardView getLeaderboard(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        LocalDate day = date != null ? date : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Board board = switch (period) {
            case "day" -> Board.of(PeriodKind.DAY, day);
            case "week" -> Board.of(PeriodKind.WEEK, day);
            case "month" -> Board.of(PeriodKind.MONTH, day);
            case "all-time" -> Board.ALL_TIME;
            default -> throw Problems.notFound("leaderboard", period);
        };
        if (board.to() != null && board.to().getYear() > LAST_YEAR) {
            throw Problems.invalid("date", "range", "date must be in a period that ends by 9999-12-31");
        }
        return new LeaderboardView(period, board.from(), board.to(), places(standings.top(board.key(), limit)));
    }

    private List<Place> places(List<Standing> top) {
        Map<String, String> names =
                members.namesOf(top.stream().map(Standing::memberId).toList());
        List<Place> places = new ArrayList<>();
        for (Standing standing : top) {
            boolean tied = !places.isEmpty() && places.getLast().points() == standing.points();
            places.add(new Place(
                    tied ? places.getLast().rank() : places.size() + 1,
                    new MemberView(standing.memberId(), names.get(standing.memberId())),
                    standing.points()));
        }
        return places;
    }
}
