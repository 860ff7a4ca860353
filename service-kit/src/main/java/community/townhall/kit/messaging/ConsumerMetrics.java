/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The consumers for Prometheus, whether they run or not: the gauges of Kafka's client vanish with a consumer that has
 * ended. The broker is asked in the background, so that a scrape never waits for it; what it does not answer is NaN.
 */
final class ConsumerMetrics implements SmartLifecycle {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

    private final RunningConsumers consumers;
    private final ConsumerLag lag;
    private final Clock clock;
    private volatile Map<String, ConsumerLag.OfConsumer> latest = Map.of();
    private volatile @Nullable Thread thread;

    ConsumerMetrics(RunningConsumers consumers, ConsumerLag lag, MeterRegistry meters, Clock clock) {
        this.consumers = consumers;
        this.lag = lag;
        this.clock = clock;
        for (ConsumerState state : consumers.states()) {
            String name = state.name();
            gauge(
                    meters,
                    name,
                    "townhall.consumer.well",
                    "1 while it reads and gets on, 0 when it is stuck or stopped",
                    all -> all.state(name).isIll() ? 0 : 1);
            gauge(
                    meters,
                    name,
                    "townhall.consumer.oldest.age.seconds",
                    "How long ago the oldest event was sent that it has read and not handled",
                    all -> all.state(name).oldestAge(clock.instant()).toMillis() / 1000.0);
        }
        for (String name : lag.consumers()) {
            gauge(
                    meters,
                    name,
                    "townhall.consumer.lag",
                    "Events sent but not yet handled",
                    all -> all.figure(name, ConsumerLag.OfConsumer::lag));
            gauge(
                    meters,
                    name,
                    "townhall.consumer.dead.letters",
                    "Events laid aside and not yet dealt with",
                    all -> all.figure(name, ConsumerLag.OfConsumer::deadLetters));
        }
    }

    private void gauge(
            MeterRegistry meters,
            String consumer,
            String name,
            String description,
            ToDoubleFunction<ConsumerMetrics> figure) {
        Gauge.builder(name, this, figure)
                .description(description)
                .tags(Tags.of("consumer", consumer))
                .register(meters);
    }

    private ConsumerState state(String name) {
        return consumers.states().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private double figure(String name, ToDoubleFunction<ConsumerLag.OfConsumer> which) {
        ConsumerLag.OfConsumer found = latest.get(name);
        return found == null ? Double.NaN : which.applyAsDouble(found);
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("consumer-lag").start(this::look);
    }

    private void look() {
        while (!Thread.interrupted()) {
            try {
                Map<String, ConsumerLag.OfConsumer> found = new ConcurrentHashMap<>();
                lag.all().forEach(consumer -> found.put(consumer.name(), consumer));
                latest = found;
            } catch (Throwable e) {
                latest = Map.of();
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
