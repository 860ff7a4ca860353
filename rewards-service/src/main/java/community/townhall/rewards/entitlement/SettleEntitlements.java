/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import community.townhall.rewards.ledger.Claim;
import community.townhall.rewards.ledger.Ledger;
import community.townhall.rewards.ledger.Terms;
import community.townhall.rewards.rule.Rule;
import community.townhall.rewards.rule.Rules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ledger say what the members did, whenever something of that has come in.
 *
 * <p>A merit is written down before it is judged, and judged again after the ledger was changed by it. So when two come in
 * at once, in whatever instances, the one written later is seen by whoever judges last, and the ledger ends as all of
 * them demand, whatever order they came in and however often.
 *
 * <p>What is told for the first time is booked at once. To undo what was booked it must have settled: it is put off, and
 * judged by what is known then.
 */
public final class SettleEntitlements {

    private static final int PAGE = 100;

    private final Merits merits;
    private final Ledger ledger;
    private final Rules rules;
    private final Unsettled unsettled;
    private final MeritsAbout meritsAbout;

    public SettleEntitlements(Merits merits, Ledger ledger, Rules rules, Unsettled unsettled, MeritsAbout meritsAbout) {
        this.merits = merits;
        this.ledger = ledger;
        this.rules = rules;
        this.unsettled = unsettled;
        this.meritsAbout = meritsAbout;
    }

    /** Something was done, undone, or done again. */
    public void after(Merit told) {
        boolean newer = merits.learn(told);
        // Content is told of from when it is seen, at whatever version; all else from its first.
        boolean firstTold = newer && told.stands() && (told.kind().isContent() || told.version() == 1);
        Optional<Merit> newest = newer ? Optional.of(told) : known(told.id());
        bring(told.id(), newest.map(this::entitlements).orElse(List.of()), firstTold, false);
        if (told.kind().isContent() && !merits.standingAbout(told.id(), null, 1).isEmpty()) {
            meritsAbout.judgeAgain(told.id(), told.version());
        }
    }

    /**
     * Judges a page of what was done to some content.
     *
     * @param after where the former page ended, absent for the first
     * @return where this one did, empty when it was the last
     */
    public Optional<String> judgeMeritsAbout(String contentId, @Nullable String after) {
        List<String> page = merits.standingAbout(contentId, after, PAGE);
        page.forEach(meritId -> bring(meritId, entitlements(meritId), false, false));
        return page.size() < PAGE ? Optional.empty() : Optional.of(page.getLast());
    }

    /** Books what was put off. */
    public void settle(Unsettled.Waiting waiting) {
        bring(waiting.meritId(), entitlements(waiting.meritId()), false, true);
        unsettled.settled(waiting);
    }

    private Optional<Merit> known(String meritId) {
        return merits.find(List.of(meritId)).stream().findFirst();
    }

    private List<Entitlement> entitlements(String meritId) {
        return known(meritId).map(this::entitlements).orElse(List.of());
    }

    private List<Entitlement> entitlements(Merit merit) {
        return Entitlement.by(merit, merits.find(merit.about()));
    }

    /**
     * @param first the judgement to begin with
     * @param firstTold whether this is most likely the first that the ledger hears of it
     * @param settled whether what was booked may be undone at once
     */
    private void bring(String meritId, List<Entitlement> first, boolean firstTold, boolean settled) {
        Map<Claim, Boolean> brought = new HashMap<>();
        List<Entitlement> judged = first;
        boolean changed = true;
        int waitingAfter = 0;
        while (changed) {
            changed = false;
            for (Entitlement entitlement : judged) {
                Claim claim = entitlement.claim();
                Boolean before = brought.put(claim, entitlement.due());
                if (before == null || before != entitlement.due()) {
                    Ledger.Outcome outcome = ledger.bring(
                            claim,
                            entitlement.due(),
                            entitlement.earnedAt(),
                            () -> terms(entitlement),
                            firstTold && before == null,
                            settled);
                    switch (outcome) {
                        case Ledger.Outcome.Stood() -> {}
                        case Ledger.Outcome.Booked() -> changed = true;
                        case Ledger.Outcome.Unsettled(int turn) -> waitingAfter = Math.max(waitingAfter, turn);
                    }
                }
            }
            if (changed) {
                judged = entitlements(meritId);
            }
        }
        if (waitingAfter > 0) {
            unsettled.putOff(meritId, waitingAfter);
        }
    }

    private Terms terms(Entitlement entitlement) {
        Rule rule = rules.inForce(entitlement.earning().ruleId());
        return new Terms(rule.worthAt(entitlement.earnedAt()), rule.dailyCap(), rule.version());
    }
}
