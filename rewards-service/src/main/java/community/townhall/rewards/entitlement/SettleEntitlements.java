/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import community.townhall.rewards.ledger.Claim;
import community.townhall.rewards.ledger.Ledger;
import community.townhall.rewards.ledger.Terms;
import community.townhall.rewards.rule.Action;
import community.townhall.rewards.rule.Rule;
import community.townhall.rewards.rule.Rules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes the ledger say what the evidence says, whenever a piece of evidence has come in.
 *
 * <p>Evidence is written down before it is judged, and judged again after the ledger was changed by it. So when two
 * pieces come in at once, in whatever instances, the one written later is seen by whoever judges last, and the ledger
 * ends as all the evidence demands, whatever order it came in and however often.
 */
public final class SettleEntitlements {

    private final Evidence evidence;
    private final Ledger ledger;
    private final Rules rules;

    public SettleEntitlements(Evidence evidence, Ledger ledger, Rules rules) {
        this.evidence = evidence;
        this.ledger = ledger;
        this.rules = rules;
    }

    /** Content appeared, vanished or came back. */
    public void after(Content told) {
        boolean newer = evidence.learn(told);
        Optional<Content> newest = newer ? Optional.of(told) : evidence.content(told.id());
        settle(
                newest.map(Entitlement::ofAuthor).stream().toList(),
                () -> evidence.content(told.id()).map(Entitlement::ofAuthor).stream(),
                newer && told.visible());
        evidence.upVotesOn(told.id()).forEach(this::settleVote);
        switch (told.kind()) {
            case POST -> settleAsker(told.id());
            case ANSWER -> {
                settleAnswerer(told.id());
                if (told.questionId() != null) {
                    settleAsker(told.questionId());
                }
            }
            case COMMENT -> {
                // Comments are not accepted.
            }
        }
    }

    /** A vote was given, turned or withdrawn. */
    public void after(Vote told) {
        Optional<Vote> newest = evidence.learn(told) ? Optional.of(told) : evidence.vote(told.id());
        settle(newest.stream().flatMap(this::judge).toList(), () -> judge(told.id()), told.version() == 1);
    }

    /**
     * An acceptance was given, moved or taken back.
     *
     * @param answers whom it was given to or taken from
     */
    public void after(Acceptance told, List<String> answers) {
        evidence.learn(told);
        answers.forEach(this::settleAnswerer);
        settleAsker(told.questionId());
    }

    private void settleVote(String voteId) {
        settle(() -> judge(voteId));
    }

    private Stream<Entitlement> judge(String voteId) {
        return evidence.vote(voteId).stream().flatMap(this::judge);
    }

    private Stream<Entitlement> judge(Vote vote) {
        return evidence.content(vote.targetId()).stream().flatMap(target -> Entitlement.ofVote(vote, target).stream());
    }

    private void settleAnswerer(String answerId) {
        settle(() -> evidence.content(answerId).stream()
                .flatMap(answer -> Optional.ofNullable(answer.questionId())
                        .flatMap(evidence::acceptance)
                        .map(acceptance -> Entitlement.ofAnswerer(acceptance, answer))
                        .stream()));
    }

    private void settleAsker(String questionId) {
        settle(() -> evidence.acceptance(questionId).stream()
                .map(acceptance -> Entitlement.ofAsker(
                        acceptance,
                        evidence.content(questionId),
                        Optional.ofNullable(acceptance.answerId()).flatMap(evidence::content))));
    }

    private void settle(Supplier<Stream<Entitlement>> judgement) {
        settle(judgement.get().toList(), judgement, false);
    }

    /**
     * @param first the judgement to begin with
     * @param again judges anew
     * @param firstTold whether this is most likely the first that the ledger hears of it
     */
    private void settle(List<Entitlement> first, Supplier<Stream<Entitlement>> again, boolean firstTold) {
        Map<Claim, Boolean> brought = new HashMap<>();
        List<Entitlement> judged = first;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Entitlement entitlement : judged) {
                Claim claim = entitlement.claim();
                Boolean before = brought.put(claim, entitlement.due());
                if (before == null || before != entitlement.due()) {
                    changed |= ledger.bring(
                            claim,
                            entitlement.due(),
                            entitlement.earnedAt(),
                            () -> terms(entitlement.action()),
                            firstTold && before == null);
                }
            }
            if (changed) {
                judged = again.get().toList();
            }
        }
    }

    private Terms terms(Action action) {
        Rule rule = rules.inForce(action);
        return new Terms(rule.worth(), rule.dailyCap(), rule.version());
    }
}
