/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of cases and reports, under {@code townhall.moderation.cases}.
 *
 * @param claim how long a moderator's claim lasts
 * @param reportsADay how many reports a member may file within a day in UTC
 * @param hidingScore the sum of report weights from which content is hidden until a moderator has looked at it
 * @param sweepInterval how often what was left half done is looked for
 * @param sweepAge how long it must have waited
 */
@ConfigurationProperties("townhall.moderation.cases")
record CasesProperties(
        @DefaultValue("30m") Duration claim,
        @DefaultValue("10") int reportsADay,
        @DefaultValue("2.5") double hidingScore,
        @DefaultValue("2s") Duration sweepInterval,
        @DefaultValue("5s") Duration sweepAge) {}
