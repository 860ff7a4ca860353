/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Does in one go what many threads ask for at once: who comes while a batch is under way goes with the next one, and who
 * comes alone waits for nobody. Databases know it as group commit (DeWitt et al., 1984).
 *
 * <p>Nobody fails for another: when a batch of several fails over what was asked for, each is tried again on its own.
 *
 * @param <I> what is asked for
 * @param <O> what comes of it
 */
public final class Batches<I, O> {

    private static final int MOST = 200;

    /** Answers each input at its place, having begun after it was asked for it. */
    @FunctionalInterface
    public interface Operation<I, O> {
        List<O> on(List<I> inputs);
    }

    private final Operation<I, O> operation;
    private final Queue<Call<I, O>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    public Batches(Operation<I, O> operation) {
        this.operation = operation;
    }

    /** One caller's input; all but the input is guarded by the turn until it is taken. */
    private static final class Call<I, O> {

        private final I input;
        private boolean taken;
        private @Nullable O output;
        private @Nullable RuntimeException failure;

        Call(I input) {
            this.input = input;
        }
    }

    public O perform(I input) {
        Call<I, O> call = new Call<>(input);
        waiting.add(call);
        Thread.yield(); // to those who are about to ask, if any: a virtual thread alone goes on at once
        turn.lock();
        try {
            while (!call.taken) {
                performNext();
            }
        } finally {
            turn.unlock();
        }
        if (call.failure != null) {
            throw call.failure;
        }
        return call.output == null ? alone(input) : call.output;
    }

    /** How many have come and are in no batch yet. */
    int waiting() {
        return waiting.size();
    }

    private void performNext() {
        List<Call<I, O>> batch = new ArrayList<>();
        for (Call<I, O> next = waiting.poll(); next != null; next = batch.size() < MOST ? waiting.poll() : null) {
            next.taken = true;
            batch.add(next);
        }
        if (batch.size() == 1) {
            batch.getFirst().output = alone(batch.getFirst().input); // the caller's own, and so is its failure
            return;
        }
        try {
            List<O> outputs =
                    operation.on(batch.stream().map(call -> call.input).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).output = outputs.get(i);
            }
        } catch (DataAccessResourceFailureException e) {
            batch.forEach(call -> call.failure = e); // the database is away, which is nobody's doing
        } catch (RuntimeException e) {
            // Each finds out for itself whether it was to blame.
        }
    }

    private O alone(I input) {
        return Objects.requireNonNull(operation.on(List.of(input)).getFirst());
    }
}
