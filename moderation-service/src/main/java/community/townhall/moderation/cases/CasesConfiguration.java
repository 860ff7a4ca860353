/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.jobs.JobKind;
import community.townhall.kit.jobs.Jobs;
import community.townhall.kit.operations.FlowContributor;
import community.townhall.moderation.audit.EnterDeed;
import community.townhall.moderation.content.ApplyRuling;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.report.Reports;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Wires the cases. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(CasesProperties.class)
class CasesConfiguration {

    private static final String BELOW_DELETED = "below-deleted";
    private static final String SUBJECT = "subjectId";
    private static final String DELETED_AT = "deletedAt";

    @Bean
    CarryOut carryOut(
            Cases cases, ApplyRuling applyRuling, Reports reports, EnterDeed enterDeed, MeterRegistry meters) {
        return new CarryOut(cases, applyRuling, reports, enterDeed, decision -> count(decision, meters));
    }

    @Bean
    Docket docket(Cases cases, CarryOut carryOut, Contents contents, Clock clock) {
        return new Docket(cases, carryOut, contents, clock);
    }

    @Bean
    FollowDeletion followDeletion(Docket docket, Cases cases, Contents contents, Jobs jobs) {
        FollowDeletion.Later later = (subjectId, deletedAt) ->
                jobs.begin(BELOW_DELETED, subjectId, Map.of(SUBJECT, subjectId, DELETED_AT, deletedAt.toString()));
        return new FollowDeletion(docket, cases, contents, later);
    }

    @Bean
    JobKind belowDeleted(FollowDeletion deletions) {
        return new JobKind(
                BELOW_DELETED,
                (arguments, cursor) -> deletions.closeBelow(
                        Objects.requireNonNull(arguments.get(SUBJECT)),
                        Instant.parse(Objects.requireNonNull(arguments.get(DELETED_AT))),
                        cursor));
    }

    @Bean
    WorkOnCase workOnCase(Docket docket, Contents contents, CasesProperties settings, Clock clock) {
        return new WorkOnCase(docket, contents, settings.claim(), clock);
    }

    @Bean
    FileReport fileReport(Docket docket, Contents contents, Reports reports, CasesProperties settings, Clock clock) {
        return new FileReport(docket, contents, reports, settings.reportsADay(), settings.hidingScore(), clock);
    }

    @Bean
    FollowScreening followScreening(Docket docket, Cases cases, Contents contents, Clock clock) {
        return new FollowScreening(docket, cases, contents, clock);
    }

    @Bean
    SchedulingConfigurer finishWork(
            Cases cases,
            CarryOut carryOut,
            Reports reports,
            FileReport fileReport,
            CasesProperties settings,
            Clock clock) {
        FinishWork finishWork = new FinishWork(cases, carryOut, reports, fileReport, settings.sweepAge(), clock);
        return tasks -> tasks.addFixedDelayTask(finishWork::sweep, settings.sweepInterval());
    }

    /** A gauge that cannot be read is NaN, which alerts tell from zero. */
    @Bean
    MeterBinder backlogMetrics(Cases cases, Clock clock) {
        return meters -> {
            Gauge.builder(
                            "townhall.moderation.cases.waiting",
                            cases,
                            all -> all.backlog().cases())
                    .description("Cases that wait to be decided")
                    .register(meters);
            Gauge.builder("townhall.moderation.cases.oldest.age", cases, all -> oldestAge(all.backlog(), clock))
                    .description("How long the oldest of them has waited")
                    .baseUnit("seconds")
                    .register(meters);
        };
    }

    @Bean
    FlowContributor backlogFigures(Cases cases, Clock clock) {
        return () -> {
            Cases.Backlog backlog = cases.backlog();
            return Map.of("casesWaiting", backlog.cases(), "casesOldestSeconds", oldestAge(backlog, clock));
        };
    }

    private static double oldestAge(Cases.Backlog backlog, Clock clock) {
        Instant oldest = backlog.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }

    private static void count(Decision decision, MeterRegistry meters) {
        Counter.builder("townhall.moderation.decisions")
                .description("Decisions that took effect")
                .tag("action", decision.action().name().toLowerCase(Locale.ROOT))
                .tag("by", decision.by() == null ? "machine" : "person")
                .register(meters)
                .increment();
    }
}
