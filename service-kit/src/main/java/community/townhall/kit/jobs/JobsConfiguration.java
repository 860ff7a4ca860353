/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.jobs;

import community.townhall.kit.operations.FlowContributor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Wires the jobs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobsProperties.class)
public class JobsConfiguration {

    @Bean
    JobStore jobStore(MongoOperations mongo, Clock clock) {
        return new JobStore(mongo, clock);
    }

    @Bean
    JobRunner jobs(
            ObjectProvider<JobKind> kinds,
            JobStore store,
            JobsProperties properties,
            Clock clock,
            MeterRegistry meters) {
        return new JobRunner(kinds::stream, store, properties, clock, meters);
    }

    /** A gauge that cannot be read is NaN, which alerts tell from zero. */
    @Bean
    MeterBinder jobMetrics(JobStore store) {
        return meters -> {
            Gauge.builder("townhall.jobs.undone", store, JobStore::undone)
                    .description("Jobs that have not come to their end")
                    .register(meters);
            Gauge.builder("townhall.jobs.failing", store, JobStore::failing)
                    .description("Jobs whose last attempt failed")
                    .register(meters);
            Gauge.builder(
                            "townhall.jobs.oldest.age",
                            store,
                            all -> all.oldestAge().toMillis() / 1000.0)
                    .description("How long ago the oldest job that is not done was begun")
                    .baseUnit("seconds")
                    .register(meters);
        };
    }

    @Bean
    FlowContributor jobFigures(JobStore store) {
        return () -> Map.of(
                "jobsUndone", store.undone(),
                "jobsFailing", store.failing(),
                "jobsOldestSeconds", store.oldestAge().toMillis() / 1000.0);
    }
}
