/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks;

import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.refusal.Refusal;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a member thanks another for a post or comment, with a word. There is one for a member and target; it is seen once it
 * was screened.
 *
 * @param version counts changes; 0 while nothing is stored
 * @param memberId who thanks
 * @param toId who wrote what they thank for
 * @param word in Markdown
 * @param revision counts the words: 1 is the first
 * @param judgement the latest that moderation holds of it, 0 until it was screened
 * @param at when they said it first
 */
public record Thanks(
        String id,
        long version,
        String memberId,
        TargetType targetType,
        String targetId,
        String toId,
        String word,
        int revision,
        Status status,
        long judgement,
        Instant at) {

    /** In letters: a word of thanks, not a letter of it. */
    public static final int LONGEST = 500;

    /** Whether others see it, and why not. */
    public enum Status {
        PENDING,
        PUBLISHED,
        HELD,
        REJECTED,
        HIDDEN,
        REMOVED,
        WITHDRAWN;

        boolean isTakedown() {
            return this == HIDDEN || this == REMOVED;
        }
    }

    /**
     * What moderation says of it.
     *
     * @param version a higher one replaces a lower one, whichever comes first
     * @param revision of the word that it is about
     * @param reasons why, for whoever thanks
     */
    public record Judgement(long version, int revision, Status status, List<Reason> reasons) {

        public Judgement {
            reasons = List.copyOf(reasons);
        }
    }

    /** Why: the rule's name, and what it means for people. */
    public record Reason(String rule, String explanation) {}

    /**
     * A member thanks, or puts it in other words, which are screened again.
     *
     * @return empty when they said so before
     * @throws Refusal naming {@code word} when it may not be said, or when it is for their own, was taken from view, or was
     *     taken back
     */
    public static Optional<ThanksEvent.Given> given(
            Optional<Thanks> current, String id, String memberId, Target target, String word, Instant now) {
        if (target.authorId().equals(memberId)) {
            throw Refusal.invalid("id", "not-own", "Nobody thanks themselves");
        }
        if (Texts.lengthOf(word) > LONGEST) {
            throw Refusal.invalid("word", "length", "word must have at most " + LONGEST + " letters");
        }
        Texts.flawIn(word, Markup.MARKDOWN, Place.COMMENT).ifPresent(flaw -> {
            throw Refusal.invalid("word", flaw.rule(), "word " + flaw.message());
        });
        current.map(Thanks::status).ifPresent(Thanks::requireChangeable);
        if (current.filter(thanks -> thanks.word().equals(word)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new ThanksEvent.Given(new Thanks(
                id,
                current.map(Thanks::version).orElse(0L),
                memberId,
                target.type(),
                target.id(),
                target.authorId(),
                word,
                current.map(Thanks::revision).orElse(0) + 1,
                Status.PENDING,
                current.map(Thanks::judgement).orElse(0L),
                current.map(Thanks::at).orElse(now))));
    }

    private static void requireChangeable(Status status) {
        if (status == Status.WITHDRAWN) {
            throw Refusal.conflict("You have taken these thanks back, which is for good");
        }
        if (status.isTakedown()) {
            throw Refusal.conflict("Thanks that were taken from view cannot be said in other words");
        }
    }

    /**
     * Moderation judges. It holds one standing of the whole, of which the latest counts; a takedown is about all of it, and
     * all else about the word it names. Of what was taken back there is nothing to judge any more.
     *
     * @return empty when nothing changes
     */
    public Optional<ThanksEvent> judged(Judgement told) {
        boolean ofAnotherWord = told.revision() != revision && !told.status().isTakedown();
        if (status == Status.WITHDRAWN || told.version() <= judgement || (ofAnotherWord && !status.isTakedown())) {
            return Optional.empty();
        }
        Status judged = ofAnotherWord ? Status.PENDING : told.status();
        return Optional.of(new ThanksEvent.Judged(with(judged, told.version()), told.reasons()));
    }

    /** Whoever thanked takes it back, for good. Empty when they did before. */
    public Optional<ThanksEvent> withdrawn() {
        return status == Status.WITHDRAWN
                ? Optional.empty()
                : Optional.of(new ThanksEvent.Withdrawn(with(Status.WITHDRAWN, judgement)));
    }

    public boolean isVisible() {
        return status == Status.PUBLISHED;
    }

    private Thanks with(Status newStatus, long newJudgement) {
        return new Thanks(
                id, version, memberId, targetType, targetId, toId, word, revision, newStatus, newJudgement, at);
    }
}
