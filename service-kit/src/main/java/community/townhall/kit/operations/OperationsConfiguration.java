/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.operations;

import community.townhall.kit.outbox.Outboxes;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the operators' view. */
@Configuration(proxyBeanMethods = false)
@Import(OperationsController.class)
public class OperationsConfiguration {

    @Bean
    FlowMetrics flowMetrics(Outboxes outboxes, MeterRegistry meters) {
        return new FlowMetrics(outboxes, meters);
    }
}
