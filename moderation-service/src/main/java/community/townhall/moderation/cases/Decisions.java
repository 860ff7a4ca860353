/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was decided in a case.
 *
 * @param kept the last ones, oldest first; the audit log has them all
 */
public record Decisions(List<Decision> kept) {

    static final Decisions NONE = new Decisions(List.of());

    private static final int MOST = 50;

    public Decisions {
        kept = List.copyOf(kept);
    }

    public Optional<Decision> last() {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
    }

    /** The one of that number, which is kept. */
    Decision numbered(int number) {
        return kept.stream()
                .filter(decision -> decision.number() == number)
                .findFirst()
                .orElseThrow();
    }

    int nextNumber() {
        return last().map(Decision::number).orElse(0) + 1;
    }

    Decisions with(Decision decision) {
        List<Decision> more = new ArrayList<>(kept);
        more.add(decision);
        return new Decisions(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    /** How a request asked for before was answered, by its id. */
    Optional<Decision> forRequest(String requestId) {
        return kept.stream()
                .filter(decision -> Objects.equals(decision.requestId(), requestId))
                .findFirst();
    }
}
