/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import community.townhall.rewards.ledger.Claim;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a member is to have points for something, as far as is known. Nobody earns by what they do to what is their own.
 *
 * @param subjectId what it is for
 * @param due false when points that were credited for it are to be taken back
 * @param earnedAt when they were earned, if they were
 */
public record Entitlement(String memberId, Earning earning, String subjectId, boolean due, Instant earnedAt) {

    Claim claim() {
        return new Claim(memberId, earning.ruleId(), subjectId);
    }

    /**
     * Everybody's, by what was done.
     *
     * @param known what is known of what it was done to
     */
    static List<Entitlement> by(Merit merit, Collection<Merit> known) {
        Map<String, Merit> about = known.stream().collect(Collectors.toMap(Merit::id, Function.identity()));
        Optional<String> author =
                merit.about().stream().findFirst().map(about::get).map(Merit::memberId);
        boolean due = merit.stands()
                && merit.about().stream()
                        .allMatch(id -> Optional.ofNullable(about.get(id))
                                .filter(Merit::stands)
                                .isPresent())
                && author.filter(merit.memberId()::equals).isEmpty();
        return Earning.by(merit.kind()).stream()
                .flatMap(earning -> earner(earning, merit, author).stream()
                        .map(member -> new Entitlement(member, earning, merit.subjectId(), due, merit.at())))
                .toList();
    }

    private static Optional<String> earner(Earning earning, Merit merit, Optional<String> author) {
        return switch (earning.to()) {
            case DOER -> merit.pseudonymous() ? Optional.empty() : Optional.of(merit.memberId());
            case AUTHOR -> author;
        };
    }
}
