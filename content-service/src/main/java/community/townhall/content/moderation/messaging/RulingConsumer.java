/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.moderation.messaging;

import community.townhall.content.moderation.ApplyRuling;
import community.townhall.content.post.Ruling;
import community.townhall.events.EventEnvelope;
import community.townhall.events.SubmittedText;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStandingChanged;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears what moderation says of texts. */
@Configuration(proxyBeanMethods = false)
class RulingConsumer {

    @Bean
    EventConsumer screening(ApplyRuling rulings) {
        return EventConsumer.named("screening")
                .on(
                        ContentStandingChanged.class,
                        event -> apply(rulings, event, event.data().content()))
                .build();
    }

    private static void apply(ApplyRuling rulings, EventEnvelope<?> event, ContentStanding content) {
        if (!content.subjectType().equals(SubmittedText.POST)
                || content.standing() == ContentStanding.Standing.UNKNOWN) {
            return;
        }
        rulings.apply(
                content.subjectId(),
                new Ruling(
                        event.entityVersion(),
                        content.revision(),
                        Ruling.Standing.valueOf(content.standing().name()),
                        content.reasons().stream()
                                .map(reason -> new Ruling.Reason(reason.rule(), reason.explanation()))
                                .toList(),
                        content.decidedBy() != null,
                        content.decidedAt()));
    }
}
