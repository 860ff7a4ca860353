/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.messaging;

import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.moderation.cases.FollowScreening;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our own screenings, as events: a case follows even if the service is cut off between the two. */
@Configuration(proxyBeanMethods = false)
class CasesConsumer {

    @Bean
    EventConsumer casesFollowingScreenings(FollowScreening followScreening) {
        return EventConsumer.named("cases")
                .unhurried()
                .on(ContentScreened.class, event -> {
                    ContentStanding content = event.data().content();
                    followScreening.screened(
                            content.subjectId(),
                            content.revision(),
                            content.standing() == ContentStanding.Standing.HELD,
                            event.entityVersion() == 1);
                })
                .build();
    }
}
