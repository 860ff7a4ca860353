/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AuditConfiguration.class);

    @Bean
    EnterDeed enterDeed(AuditLog entries, AuditProperties settings) {
        return new EnterDeed(entries, settings.auditKey());
    }

    @Bean
    VerifyLog verifyLog(AuditLog entries, SignedHeads heads, AuditProperties settings) {
        return new VerifyLog(entries, heads, settings.auditKey());
    }

    @Bean
    SchedulingConfigurer keepHeads(AuditLog entries, SignedHeads heads, AuditProperties settings, Clock clock) {
        AuditKey key = settings.auditKey();
        if (key == null) {
            log.warn("townhall.moderation.audit.key is not set: nobody would notice an audit log written anew");
            return tasks -> {};
        }
        KeepHeads keepHeads = new KeepHeads(entries, heads, key, clock);
        AtomicBoolean failing = new AtomicBoolean();
        return tasks -> tasks.addFixedDelayTask(() -> keep(keepHeads, failing), settings.headInterval());
    }

    private static void keep(KeepHeads keepHeads, AtomicBoolean failing) {
        try {
            keepHeads.keep();
            failing.set(false);
        } catch (RuntimeException e) {
            if (!failing.getAndSet(true)) {
                log.warn("How far the audit log has come is said as soon as it can be: {}", e.toString());
            }
        }
    }
}
