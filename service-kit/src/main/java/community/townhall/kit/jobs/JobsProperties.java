/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the jobs.
 *
 * @param workers how many jobs an instance works on at once
 * @param lease how long a job is left to the instance that took it; longer than any step takes
 * @param slice how long one job is worked on before the next has its turn, so that small ones do not wait for large ones
 * @param sweepInterval how often jobs are looked for that another instance left behind, or that were put off
 * @param longestPause between two attempts at a step that fails
 * @param kept how long a job that is done is remembered, so that it is not begun again
 */
@ConfigurationProperties("townhall.jobs")
public record JobsProperties(
        @DefaultValue("2") int workers,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("500ms") Duration slice,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue("1m") Duration longestPause,
        @DefaultValue("30d") Duration kept) {}
