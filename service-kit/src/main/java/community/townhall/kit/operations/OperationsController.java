/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.operations;

import community.townhall.kit.messaging.ConsumerLag;
import community.townhall.kit.messaging.ConsumerState;
import community.townhall.kit.messaging.DeadLetter;
import community.townhall.kit.messaging.DeadLetters;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.kit.messaging.RunningConsumers;
import community.townhall.kit.outbox.Outboxes;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.web.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators see of the running service, and the one thing they do to it: redriving dead letters. */
@RestController
@Tag(name = "Operations", description = "How events flow through this service")
@RequestMapping("/api/${townhall.service}/operations")
class OperationsController {

    private final Outboxes outboxes;
    private final RunningConsumers running;
    private final ConsumerLag lag;
    private final DeadLetters deadLetters;
    private final ObjectProvider<FlowContributor> contributors;
    private final MeterRegistry meters;
    private final Clock clock;

    OperationsController(
            Outboxes outboxes,
            RunningConsumers running,
            ConsumerLag lag,
            DeadLetters deadLetters,
            ObjectProvider<FlowContributor> contributors,
            MeterRegistry meters,
            Clock clock) {
        this.outboxes = outboxes;
        this.running = running;
        this.lag = lag;
        this.deadLetters = deadLetters;
        this.contributors = contributors;
        this.meters = meters;
        this.clock = clock;
    }

    @GetMapping("/flow")
    @Operators
    @Operation(summary = "Undelivered events, lag and dead letters of each consumer, and how many events went by")
    Map<String, Object> getFlow() {
        List<ConsumerLag.OfConsumer> consumers = lag.all();
        Map<String, Object> flow = new LinkedHashMap<>();
        flow.put("outboxPending", outboxes.pending());
        flow.put("outboxOldestSeconds", outboxes.oldestAge().toMillis() / 1000.0);
        flow.put(
                "consumerLag",
                consumers.stream().mapToLong(ConsumerLag.OfConsumer::lag).sum());
        flow.put(
                "deadLetters",
                consumers.stream()
                        .mapToLong(ConsumerLag.OfConsumer::deadLetters)
                        .sum());
        flow.put("consumers", consumers(consumers));
        flow.put("eventsDelivered", soFar(FlowMetrics.DELIVERED));
        flow.put("eventsHandled", soFar(FlowMetrics.HANDLED));
        contributors.orderedStream().forEach(contributor -> flow.putAll(contributor.figures()));
        return flow;
    }

    /**
     * A consumer as operators see it.
     *
     * @param lag events sent but not yet processed, by whatever instance
     * @param deadLetters events laid aside and not yet dealt with
     * @param state how it stands in this instance
     * @param oldestSeconds how long ago the oldest event was sent that it has read and not handled
     * @param reason why it is retrying, stuck or stopped
     */
    record ConsumerView(
            String name,
            long lag,
            long deadLetters,
            ConsumerState.Status state,
            double oldestSeconds,
            @Nullable String reason) {}

    private List<ConsumerView> consumers(List<ConsumerLag.OfConsumer> lags) {
        return running.states().stream()
                .map(state -> {
                    Optional<ConsumerLag.OfConsumer> behind = lags.stream()
                            .filter(consumer -> consumer.name().equals(state.name()))
                            .findFirst();
                    return new ConsumerView(
                            state.name(),
                            behind.map(ConsumerLag.OfConsumer::lag).orElse((long) state.inHand()),
                            behind.map(ConsumerLag.OfConsumer::deadLetters).orElse(0L),
                            state.status(),
                            state.oldestAge(clock.instant()).toMillis() / 1000.0,
                            state.reason());
                })
                .toList();
    }

    /** Since this process started; two looks give a rate. */
    private long soFar(String counter) {
        return Math.round(meters.find(counter).counters().stream()
                .mapToDouble(Counter::count)
                .sum());
    }

    @GetMapping("/dead-letters/{consumer}")
    @Operators
    @Operation(summary = "The oldest events that a consumer could not process")
    List<DeadLetter> listDeadLetters(
            @PathVariable String consumer, @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return deadLetters.list(consumerNamed(consumer), limit);
    }

    @PostMapping("/dead-letters/{consumer}/redrive")
    @Operators
    @Operation(summary = "Give the laid-aside events to that consumer once more, and to no other")
    DeadLetters.Redriven redriveDeadLetters(@PathVariable String consumer) {
        return deadLetters
                .redrive(consumerNamed(consumer))
                .orElseThrow(() -> Problems.conflict(
                        "Under way", "The dead letters of " + consumer + " are being redriven already"));
    }

    private EventConsumer consumerNamed(String name) {
        return deadLetters.consumerNamed(name).orElseThrow(() -> Problems.notFound("consumer", name));
    }
}
