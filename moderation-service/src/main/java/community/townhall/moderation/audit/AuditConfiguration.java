/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    EnterDeed enterDeed(AuditLog log) {
        return new EnterDeed(log);
    }

    @Bean
    VerifyLog verifyLog(AuditLog log) {
        return new VerifyLog(log);
    }
}
