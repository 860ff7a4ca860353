/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Handles the events of one poll in lanes: those of one key one after the other, those of different lanes side by side,
 * so that their writes can share a round trip. All lanes have come to their end when it returns, and whatever comes
 * before the event it reports as failed has been handled; what comes after may be handled again.
 */
final class EventLanes implements BatchMessageListener<String, byte[]> {

    private final int count;
    private final ExecutorService threads;
    private final Consumer<ConsumerRecord<String, byte[]>> handler;

    EventLanes(int count, ExecutorService threads, Consumer<ConsumerRecord<String, byte[]>> handler) {
        this.count = count;
        this.threads = threads;
        this.handler = handler;
    }

    /** @throws BatchListenerFailedException naming the first event, in the order of the poll, that failed */
    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> messages) {
        @Nullable Failure first = null;
        for (Failure failure : failures(messages)) {
            first = first == null || failure.index() < first.index() ? failure : first;
        }
        if (first != null) {
            throw new BatchListenerFailedException("An event failed", first.cause(), first.index());
        }
    }

    private record Failure(int index, RuntimeException cause) {}

    private List<Failure> failures(List<ConsumerRecord<String, byte[]>> messages) {
        Collection<List<Integer>> lanes = IntStream.range(0, messages.size())
                .boxed()
                .collect(Collectors.groupingBy(index -> laneOf(messages.get(index))))
                .values();
        List<Callable<List<Failure>>> tasks = lanes.stream()
                .map(lane -> (Callable<List<Failure>>) () -> handle(lane, messages))
                .toList();
        try {
            if (tasks.size() == 1) {
                return handle(lanes.iterator().next(), messages);
            }
            List<Failure> failures = new ArrayList<>();
            for (Future<List<Failure>> lane : threads.invokeAll(tasks)) {
                failures.addAll(lane.get());
            }
            return failures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted; all of the poll will be handled again", e);
        } catch (ExecutionException e) {
            // Only an Error comes this way. It stops the container, as no event is to blame for it.
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        }
    }

    private int laneOf(ConsumerRecord<String, byte[]> message) {
        return Math.floorMod(Objects.hashCode(message.key()), count);
    }

    /** Stops at the first that fails: later events of its key must not overtake it. */
    private List<Failure> handle(List<Integer> lane, List<ConsumerRecord<String, byte[]>> messages) {
        for (int index : lane) {
            try {
                handler.accept(messages.get(index));
            } catch (RuntimeException e) {
                return List.of(new Failure(index, e));
            }
        }
        return List.of();
    }
}
