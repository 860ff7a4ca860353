/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.messaging;

import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.Markup;
import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostEdited;
import community.townhall.events.content.PostState;
import community.townhall.events.content.PostWithdrawn;
import community.townhall.events.engagement.CommentCreated;
import community.townhall.events.engagement.CommentEdited;
import community.townhall.events.engagement.CommentState;
import community.townhall.events.engagement.CommentWithdrawn;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.moderation.cases.FollowDeletion;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.screening.LiftRepeats;
import community.townhall.moderation.screening.ScreenSubmission;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens what content and engagement tell of. */
@Configuration(proxyBeanMethods = false)
class ScreeningConsumer {

    @Bean
    EventConsumer screening(
            ScreenSubmission screenSubmission,
            FollowDeletion deletions,
            LiftRepeats liftRepeats,
            MeterRegistry meters) {
        return EventConsumer.named("screening")
                .computing()
                .on(
                        PostCreated.class,
                        event -> screen(post(event, event.data().post()), screenSubmission, deletions, meters))
                .on(
                        PostEdited.class,
                        event -> screen(post(event, event.data().post()), screenSubmission, deletions, meters))
                .on(
                        CommentCreated.class,
                        event -> screen(comment(event, event.data().comment()), screenSubmission, deletions, meters))
                .on(
                        CommentEdited.class,
                        event -> screen(comment(event, event.data().comment()), screenSubmission, deletions, meters))
                // By the same consumer, so that a deletion is never read before the text it deletes.
                .on(
                        PostWithdrawn.class,
                        event -> deleted(post(event, event.data().post()), event.time(), deletions, liftRepeats))
                .on(
                        CommentWithdrawn.class,
                        event -> deleted(comment(event, event.data().comment()), event.time(), deletions, liftRepeats))
                .build();
    }

    private static void screen(
            Submission submission, ScreenSubmission screenSubmission, FollowDeletion deletions, MeterRegistry meters) {
        screenSubmission.screen(submission).ifPresent(screening -> count(submission, screening, meters));
        deletions.stored(submission);
    }

    private static void deleted(Submission last, Instant at, FollowDeletion deletions, LiftRepeats liftRepeats) {
        deletions.deleted(last, at);
        liftRepeats.ofDeleted(last);
    }

    /** An edit that waits beside the text in force, or else that text. */
    private static Submission post(EventEnvelope<? extends Event> event, PostState post) {
        boolean imported = post.origin() != null;
        Revision text = new Revision(post.revision(), post.title(), post.text(), markup(post.markup(), imported));
        PostState.ProposedEdit proposed = post.proposedEdit();
        return new Submission(
                SubjectType.POST,
                post.id(),
                post.questionId(),
                post.authorId(),
                proposed == null
                        ? text
                        : new Revision(
                                proposed.revision(),
                                proposed.title(),
                                proposed.text(),
                                markup(proposed.markup(), imported)),
                proposed == null ? null : text,
                event.time(),
                post.origin());
    }

    private static Submission comment(EventEnvelope<? extends Event> event, CommentState comment) {
        return new Submission(
                SubjectType.COMMENT,
                comment.id(),
                comment.postId(),
                comment.authorId(),
                new Revision(comment.revision(), null, comment.text(), markup(comment.markup(), false)),
                null,
                event.time(),
                comment.origin());
    }

    /** @param mixed whether HTML of any kind may stand in the Markdown: so posts were imported that do not say */
    private static community.townhall.texts.@Nullable Markup markup(@Nullable Markup told, boolean mixed) {
        return switch (told) {
            case HTML -> community.townhall.texts.Markup.HTML;
            case MARKDOWN, UNKNOWN -> null;
            case null -> mixed ? community.townhall.texts.Markup.MIXED : null;
        };
    }

    private static void count(Submission submission, Screening screening, MeterRegistry meters) {
        Counter.builder("townhall.moderation.screenings")
                .description("Texts screened, by what became of them")
                .tag("type", lower(submission.type()))
                .tag("standing", lower(screening.standing()))
                .register(meters)
                .increment();
        screening
                .verdicts()
                .forEach(verdict -> Counter.builder("townhall.moderation.verdicts")
                        .description("What each phase of the screening said")
                        .tag("phase", verdict.phase())
                        .tag("outcome", lower(verdict.outcome()))
                        .register(meters)
                        .increment());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
