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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ledger say what the evidence says, whenever a piece of evidence has come in.
 *
 * <p>Evidence is written down before it is judged, and judged again after the ledger was changed by it. So when two
 * pieces come in at once, in whatever instances, the one written later is seen by whoever judges last, and the ledger
 * ends as all the evidence demands, whatever order it came in and however often.
 *
 * <p>What is told for the first time is booked at once. To undo what was booked it must have settled: it is put off, and
 * judged by the evidence there is then.
 */
public final class SettleEntitlements {

    private static final int PAGE = 100;

    private final Evidence evidence;
    private final Ledger ledger;
    private final Rules rules;
    private final Unsettled unsettled;
    private final VotesOnContent votesOnContent;

    public SettleEntitlements(
            Evidence evidence, Ledger ledger, Rules rules, Unsettled unsettled, VotesOnContent votesOnContent) {
        this.evidence = evidence;
        this.ledger = ledger;
        this.rules = rules;
        this.unsettled = unsettled;
        this.votesOnContent = votesOnContent;
    }

    /** Content appeared, vanished or came back. */
    public void after(Content told) {
        boolean newer = evidence.learn(told);
        Matter authorship = new Matter(Matter.Kind.AUTHOR, told.id());
        Optional<Content> newest = newer ? Optional.of(told) : evidence.content(told.id());
        bring(authorship, newest.map(Entitlement::ofAuthor).stream().toList(), newer && told.visible(), false);
        if (!evidence.upVotesOn(told.id(), null, 1).isEmpty()) {
            votesOnContent.judgeAgain(told.id(), told.version());
        }
        switch (told.kind()) {
            case POST -> judge(new Matter(Matter.Kind.ASKER, told.id()));
            case ANSWER -> {
                judge(new Matter(Matter.Kind.ANSWERER, told.id()));
                if (told.questionId() != null) {
                    judge(new Matter(Matter.Kind.ASKER, told.questionId()));
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
        bring(
                new Matter(Matter.Kind.VOTE, told.id()),
                newest.stream().flatMap(this::entitlements).toList(),
                told.version() == 1,
                false);
    }

    /**
     * An acceptance was given, moved or taken back.
     *
     * @param answers whom it was given to or taken from
     */
    public void after(Acceptance told, List<String> answers) {
        evidence.learn(told);
        answers.forEach(answer -> judge(new Matter(Matter.Kind.ANSWERER, answer)));
        judge(new Matter(Matter.Kind.ASKER, told.questionId()));
    }

    /**
     * Judges a page of the votes on something.
     *
     * @param after where the former page ended, absent for the first
     * @return where this one did, empty when it was the last
     */
    public Optional<String> judgeVotesOn(String contentId, @Nullable String after) {
        List<String> votes = evidence.upVotesOn(contentId, after, PAGE);
        votes.forEach(vote -> judge(new Matter(Matter.Kind.VOTE, vote)));
        return votes.size() < PAGE ? Optional.empty() : Optional.of(votes.getLast());
    }

    /** Books what was put off. */
    public void settle(Unsettled.Waiting waiting) {
        Matter matter = waiting.matter();
        bring(matter, entitlements(matter).toList(), false, true);
        unsettled.settled(waiting);
    }

    private void judge(Matter matter) {
        bring(matter, entitlements(matter).toList(), false, false);
    }

    private Stream<Entitlement> entitlements(Matter matter) {
        String id = matter.id();
        return switch (matter.kind()) {
            case AUTHOR -> evidence.content(id).map(Entitlement::ofAuthor).stream();
            case VOTE -> evidence.vote(id).stream().flatMap(this::entitlements);
            case ANSWERER -> ofAnswerer(id);
            case ASKER -> ofAsker(id);
        };
    }

    private Stream<Entitlement> entitlements(Vote vote) {
        return evidence.content(vote.targetId()).stream().flatMap(target -> Entitlement.ofVote(vote, target).stream());
    }

    private Stream<Entitlement> ofAnswerer(String answerId) {
        return evidence.content(answerId).stream()
                .flatMap(answer -> Optional.ofNullable(answer.questionId())
                        .flatMap(evidence::acceptance)
                        .map(acceptance -> Entitlement.ofAnswerer(acceptance, answer))
                        .stream());
    }

    private Stream<Entitlement> ofAsker(String questionId) {
        return evidence.acceptance(questionId).stream()
                .map(acceptance -> Entitlement.ofAsker(
                        acceptance,
                        evidence.content(questionId),
                        Optional.ofNullable(acceptance.answerId()).flatMap(evidence::content)));
    }

    /**
     * @param first the judgement to begin with
     * @param firstTold whether this is most likely the first that the ledger hears of it
     * @param settled whether what was booked may be undone at once
     */
    private void bring(Matter matter, List<Entitlement> first, boolean firstTold, boolean settled) {
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
                            () -> terms(entitlement.action()),
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
                judged = entitlements(matter).toList();
            }
        }
        if (waitingAfter > 0) {
            unsettled.putOff(matter, waitingAfter);
        }
    }

    private Terms terms(Action action) {
        Rule rule = rules.inForce(action);
        return new Terms(rule.worth(), rule.dailyCap(), rule.version());
    }
}
