/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Does in one go what many threads ask for at once: who comes while a batch is under way goes with the next one, and who
 * comes alone waits for nobody. Databases know it as group commit (DeWitt et al., 1984).
 *
 * <p>While a batch takes long, as on a replica set far away, others go beside it: some at once, so that one slow call does
 * not stand before all others.
 *
 * <p>Nobody fails for another: when a batch of several fails over what was asked for, each is tried again on its own.
 *
 * @param <I> what is asked for
 * @param <O> what comes of it
 */
public final class Batches<I, O> {

    private static final int MOST = 200;
    private static final int MOST_AT_ONCE = 8;

    /** Longer than a call takes to a database that is near, where fuller batches are worth more than more of them. */
    private static final long PATIENCE_NANOS = 2_000_000;

    /** Answers each input at its place, having begun after it was asked for it. Several run side by side. */
    @FunctionalInterface
    public interface Operation<I, O> {
        List<O> on(List<I> inputs);
    }

    private final Operation<I, O> operation;
    private final Queue<Call<I, O>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int underWay;
    private long lastBegun;

    public Batches(Operation<I, O> operation) {
        this.operation = operation;
    }

    /** One caller's input and what came of it, guarded by the lock. */
    private static final class Call<I, O> {

        private final I input;
        private boolean taken;
        private boolean ended;
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
        lock.lock();
        try {
            while (!call.ended) {
                if (!call.taken && mayBegin()) {
                    performNext();
                } else {
                    await(call);
                }
            }
        } finally {
            lock.unlock();
        }
        if (call.failure != null) {
            throw call.failure;
        }
        return call.output == null ? alone(input) : call.output;
    }

    private boolean mayBegin() {
        return underWay == 0 || (underWay < MOST_AT_ONCE && System.nanoTime() - lastBegun >= PATIENCE_NANOS);
    }

    private void await(Call<I, O> call) {
        try {
            if (call.taken || underWay == MOST_AT_ONCE) {
                changed.await();
            } else {
                long _ = changed.awaitNanos(PATIENCE_NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (call.taken) {
                changed.awaitUninterruptibly(); // what is under way comes to its end
            } else {
                waiting.remove(call);
                throw new DataAccessResourceFailureException("Interrupted while waiting for others", e);
            }
        }
    }

    /** How many have come and are in no batch yet. */
    int waiting() {
        return waiting.size();
    }

    /** Called with the lock, which is given away while the batch is under way. */
    private void performNext() {
        List<Call<I, O>> batch = new ArrayList<>();
        for (Call<I, O> next = waiting.poll(); next != null; next = batch.size() < MOST ? waiting.poll() : null) {
            next.taken = true;
            batch.add(next);
        }
        underWay++;
        lastBegun = System.nanoTime();
        lock.unlock();
        List<O> outputs = List.of();
        RuntimeException failure = null;
        try {
            outputs = operation.on(batch.stream().map(call -> call.input).toList());
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            lock.lock();
            underWay--;
            end(batch, outputs, failure);
            changed.signalAll();
        }
    }

    private void end(List<Call<I, O>> batch, List<O> outputs, @Nullable RuntimeException failure) {
        // The caller's own, or the database is away, which is nobody's doing. Else each finds out whether it was to
        // blame.
        boolean toldToAll = batch.size() == 1 || failure instanceof DataAccessResourceFailureException;
        for (int i = 0; i < batch.size(); i++) {
            Call<I, O> call = batch.get(i);
            call.ended = true;
            call.failure = toldToAll ? failure : null;
            call.output = i < outputs.size() ? outputs.get(i) : null;
        }
    }

    private O alone(I input) {
        return Objects.requireNonNull(operation.on(List.of(input)).getFirst());
    }
}
