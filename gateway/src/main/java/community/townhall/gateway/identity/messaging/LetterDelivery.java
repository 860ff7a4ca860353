/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.messaging;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.WriteLetters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what waits, a moment after it was asked for. */
@Component
@ConditionalOnBuiltInIdentity
final class LetterDelivery {

    private static final Logger log = LoggerFactory.getLogger(LetterDelivery.class);

    private static final int AT_ONCE = 50;

    private final WriteLetters letters;

    LetterDelivery(WriteLetters letters) {
        this.letters = letters;
    }

    @Scheduled(fixedDelay = 500)
    void deliver() {
        try {
            int sent = 0;
            while (sent < AT_ONCE && letters.sendOne()) {
                sent++;
            }
        } catch (DataAccessException away) {
            log.info("Letters have to wait: {}", away.toString());
        }
    }
}
