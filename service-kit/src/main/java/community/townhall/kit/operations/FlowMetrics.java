/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.operations;

import community.townhall.kit.outbox.Outboxes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** The outbox for Prometheus. A gauge that cannot be read is NaN, which alerts tell from zero. */
final class FlowMetrics implements SmartInitializingSingleton {

    /** Counters of the outbox and of the consumers, see there. */
    static final String DELIVERED = "townhall.outbox.delivered";

    static final String HANDLED = "townhall.events.handled";

    private final Outboxes outboxes;
    private final MeterRegistry meters;

    FlowMetrics(Outboxes outboxes, MeterRegistry meters) {
        this.outboxes = outboxes;
        this.meters = meters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        gauge("townhall.outbox.pending", "Documents with undelivered events", Outboxes::pending)
                .register(meters);
        gauge(
                        "townhall.outbox.oldest.age",
                        "How long the oldest undelivered event has waited",
                        all -> all.oldestAge().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(meters);
    }

    private Gauge.Builder<Outboxes> gauge(String name, String description, ToDoubleFunction<Outboxes> figure) {
        return Gauge.builder(name, outboxes, figure).description(description);
    }
}
