/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cases without a store. Effects are carried out at once and so need not be remembered. */
final class CasesInMemory implements Cases {

    private final Map<String, Case> cases = new HashMap<>();

    @Override
    public Optional<Case> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public Optional<Case> insert(Case created) {
        cases.put(created.id(), withoutEffects(created));
        return Optional.of(created);
    }

    @Override
    public Case update(Case changed) {
        Case stored = changed.stored(changed.version() + 1);
        cases.put(changed.id(), withoutEffects(stored));
        return stored;
    }

    private static Case withoutEffects(Case subject) {
        return new Case(
                subject.id(),
                subject.version(),
                subject.targetType(),
                subject.authorId(),
                subject.snapshot(),
                subject.verdicts(),
                subject.reported(),
                subject.origin(),
                subject.progress(),
                subject.reports(),
                subject.notes(),
                subject.decisions(),
                subject.openedAt(),
                subject.effectsMade(),
                List.of());
    }

    @Override
    public void done(String id, int effect) {}

    @Override
    public List<Case> withEffects(Instant changedBefore, int limit) {
        return List.of();
    }

    @Override
    public List<Case> list(Set<CaseStatus> statuses, String notAbout, Instant now, @Nullable Place after, int limit) {
        return List.copyOf(cases.values());
    }

    @Override
    public Backlog backlog() {
        return new Backlog(cases.size(), null);
    }
}
