/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.moderation.audit.Deed;
import community.townhall.moderation.audit.EnterDeed;
import community.townhall.moderation.content.ApplyRuling;
import community.townhall.moderation.content.Reason;
import community.townhall.moderation.content.Ruling;
import community.townhall.moderation.report.Report;
import community.townhall.moderation.report.Reports;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries out what was recorded in a case: applies decisions to the content, lets reporters' accuracy know, enters the
 * deed in the audit log. Each step changes nothing when it is done again, so it can go on wherever it was cut off.
 */
public final class CarryOut {

    private final Cases cases;
    private final ApplyRuling applyRuling;
    private final Reports reports;
    private final EnterDeed enterDeed;
    private final Consumer<Decision> decided;

    /** @param decided told of each decision once it stands, for the figures */
    public CarryOut(
            Cases cases, ApplyRuling applyRuling, Reports reports, EnterDeed enterDeed, Consumer<Decision> decided) {
        this.cases = cases;
        this.applyRuling = applyRuling;
        this.reports = reports;
        this.enterDeed = enterDeed;
        this.decided = decided;
    }

    /** All of a case's effects, oldest first. */
    public void effectsOf(Case subject) {
        for (Effect effect : subject.effects()) {
            if (effect.decision() > 0) {
                carryOut(subject, subject.decisions().numbered(effect.decision()));
            }
            boolean first = enterDeed.enter(new Deed(
                    "case/%s/%d".formatted(subject.id(), effect.number()),
                    effect.at(),
                    effect.actor(),
                    effect.action(),
                    subject.id(),
                    effect.detail()));
            if (first && effect.decision() > 0) {
                decided.accept(subject.decisions().numbered(effect.decision()));
            }
            cases.done(subject.id(), effect.number());
        }
    }

    private void carryOut(Case subject, Decision decision) {
        decision.action()
                .ruling()
                .ifPresent(action -> applyRuling.apply(new Ruling(
                        subject.id(),
                        decision.number(),
                        action,
                        decision.revision(),
                        reasons(decision),
                        decision.by(),
                        subject.id(),
                        decision.at())));
        List<String> answered = subject.reports().settledBy(decision.number()).stream()
                .map(report -> Report.id(subject.id(), report.reporterId(), report.revisionReported()))
                .toList();
        if (!answered.isEmpty()) {
            reports.settle(answered, decision.number(), decision.action().isAdverse());
        }
    }

    private static List<Reason> reasons(Decision decision) {
        return decision.rule() == null || decision.explanation() == null
                ? List.of()
                : List.of(new Reason(decision.rule(), decision.explanation()));
    }
}
