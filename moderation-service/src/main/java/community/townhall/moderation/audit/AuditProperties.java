/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit log, under {@code townhall.moderation.audit}.
 *
 * @param key see {@link AuditKey#of}; where none is set, entries are not signed
 * @param formerKeys public keys of its predecessors
 * @param headInterval how often it is said outside of the database how far the log has come
 */
@ConfigurationProperties("townhall.moderation.audit")
record AuditProperties(
        @Nullable String key,
        @DefaultValue List<String> formerKeys,
        @DefaultValue("1s") Duration headInterval) {

    @Nullable
    AuditKey auditKey() {
        return key == null || key.isBlank() ? null : AuditKey.of(key, formerKeys);
    }
}
