/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit.messaging;

import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.moderation.audit.Deed;
import community.townhall.moderation.audit.EnterDeed;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Enters what the screening held or rejected. What it approved is no deed done to anybody, and thousands a minute would
 * stand in line for the one chain.
 */
@Configuration(proxyBeanMethods = false)
class AuditConsumer {

    @Bean
    EventConsumer audit(EnterDeed enterDeed) {
        return EventConsumer.named("audit")
                .unhurried()
                .on(ContentScreened.class, event -> {
                    ContentStanding content = event.data().content();
                    switch (content.standing()) {
                        case HELD, REJECTED -> enterDeed.enter(deed(content));
                        case APPROVED, HIDDEN, REMOVED, UNKNOWN -> {}
                    }
                })
                .build();
    }

    private static Deed deed(ContentStanding content) {
        String rules =
                content.reasons().stream().map(ContentStanding.Reason::rule).collect(Collectors.joining(","));
        return new Deed(
                "screening/%s/%d".formatted(content.subjectId(), content.revision()),
                content.decidedAt(),
                null,
                content.standing().name(),
                content.subjectId(),
                Map.of("revision", Integer.toString(content.revision()), "rules", rules));
    }
}
