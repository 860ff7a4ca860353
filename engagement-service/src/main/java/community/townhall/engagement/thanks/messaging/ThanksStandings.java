/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks.messaging;

import community.townhall.engagement.thanks.SayThanks;
import community.townhall.engagement.thanks.Thanks;
import community.townhall.events.EventEnvelope;
import community.townhall.events.engagement.ThanksState;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStandingChanged;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears what moderation makes of thanks. */
@Configuration(proxyBeanMethods = false)
class ThanksStandings {

    @Bean
    EventConsumer thanksStandingsConsumer(SayThanks thanks) {
        return EventConsumer.named("thanks-standings")
                .on(
                        ContentStandingChanged.class,
                        event -> judge(thanks, event, event.data().content()))
                .build();
    }

    /** A standing that a later release adds is none of ours to guess at. */
    private static void judge(SayThanks thanks, EventEnvelope<?> event, ContentStanding content) {
        if (content.subjectType().equals(ThanksState.SUBJECT_TYPE)
                && content.standing() != ContentStanding.Standing.UNKNOWN) {
            thanks.judge(
                    content.subjectId(),
                    new Thanks.Judgement(
                            event.entityVersion(),
                            content.revision(),
                            status(content.standing()),
                            content.reasons().stream()
                                    .map(reason -> new Thanks.Reason(reason.rule(), reason.explanation()))
                                    .toList()));
        }
    }

    private static Thanks.Status status(ContentStanding.Standing standing) {
        return standing == ContentStanding.Standing.APPROVED
                ? Thanks.Status.PUBLISHED
                : Thanks.Status.valueOf(standing.name());
    }
}
