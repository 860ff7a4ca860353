/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.messaging;

import community.townhall.engagement.comment.ChangeComment;
import community.townhall.engagement.comment.Standing;
import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.SubmittedText;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStandingChanged;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Does with comments what moderation decides. */
@Configuration(proxyBeanMethods = false)
class ModerationEventsListener {

    private final ChangeComment change;

    ModerationEventsListener(ChangeComment change) {
        this.change = change;
    }

    @Bean
    EventConsumer commentStandings() {
        return EventConsumer.named("comment-standings")
                .on(
                        ContentStandingChanged.class,
                        event -> judge(event, event.data().content()))
                .build();
    }

    private void judge(EventEnvelope<? extends Event> event, ContentStanding content) {
        // A standing that a later release adds is none of ours to guess at.
        if (content.subjectType().equals(SubmittedText.COMMENT)
                && content.standing() != ContentStanding.Standing.UNKNOWN) {
            change.judge(content.subjectId(), standing(event.entityVersion(), content));
        }
    }

    private static Standing standing(long version, ContentStanding content) {
        return new Standing(
                version,
                content.revision(),
                Standing.Verdict.valueOf(content.standing().name()),
                content.reasons().stream()
                        .map(reason -> new Standing.Reason(reason.rule(), reason.explanation()))
                        .toList(),
                content.decidedBy() != null,
                content.decidedAt());
    }
}
