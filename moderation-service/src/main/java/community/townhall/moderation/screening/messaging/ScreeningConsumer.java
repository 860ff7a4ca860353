/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.messaging;

import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.SubmittedText;
import community.townhall.events.TextDeleted;
import community.townhall.events.TextSubmitted;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.moderation.cases.FollowDeletion;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.screening.LiftRepeats;
import community.townhall.moderation.screening.ScreenSubmission;
import community.townhall.texts.Markup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screens whatever text is submitted, by whichever service. */
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
                        TextSubmitted.class,
                        event -> screen(
                                submission(event, event.data().submitted()), screenSubmission, deletions, meters))
                // By the same consumer, so that a deletion is never read before the text it deletes.
                .on(
                        TextDeleted.class,
                        event -> deleted(
                                submission(event, event.data().deleted()), event.time(), deletions, liftRepeats))
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

    private static Submission submission(EventEnvelope<? extends Event> event, SubmittedText text) {
        SubjectType type = new SubjectType(text.subjectType());
        boolean mixed = type.isPost() && text.origin() != null;
        return new Submission(
                type,
                text.subjectId(),
                text.under(),
                text.authorId(),
                revision(text.wording(), mixed),
                text.inForce() == null ? null : revision(text.inForce(), mixed),
                event.time(),
                text.origin());
    }

    /** @param mixed whether HTML of any kind may stand in the Markdown: so posts were imported that do not say */
    private static Revision revision(SubmittedText.Wording wording, boolean mixed) {
        return new Revision(
                wording.revision(),
                wording.title(),
                wording.text(),
                switch (wording.markup()) {
                    case HTML -> Markup.HTML;
                    case MARKDOWN, UNKNOWN -> null;
                    case null -> mixed ? Markup.MIXED : null;
                });
    }

    private static void count(Submission submission, Screening screening, MeterRegistry meters) {
        Counter.builder("townhall.moderation.screenings")
                .description("Texts screened, by what became of them")
                .tag("type", submission.type().name().toLowerCase(Locale.ROOT))
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
