/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mail server, and the letters that wait for it, without either. */
final class MailInMemory implements Mail, LetterTasks {

    final List<Letter> sent = new ArrayList<>();
    boolean setUp;
    boolean away;

    private final List<LetterTask> waiting = new ArrayList<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Map<String, Integer> counted = new HashMap<>();

    @Override
    public boolean isSetUp() {
        return setUp;
    }

    @Override
    public void send(Letter letter) throws NotSent {
        if (away) {
            throw new NotSent(new IllegalStateException("away"));
        }
        sent.add(letter);
    }

    @Override
    public boolean add(LetterTask task) {
        return waiting.add(task);
    }

    @Override
    public Optional<LetterTask> take(Instant now, Duration pause) {
        for (int i = 0; i < waiting.size(); i++) {
            LetterTask task = waiting.get(i);
            if (!now.isBefore(due.getOrDefault(task.id(), Instant.MIN))) {
                due.put(task.id(), now.plus(pause));
                LetterTask taken = new LetterTask(
                        task.id(),
                        task.kind(),
                        task.about(),
                        task.to(),
                        task.language(),
                        task.at(),
                        task.attempt() + 1);
                waiting.set(i, taken);
                return Optional.of(taken);
            }
        }
        return Optional.empty();
    }

    @Override
    public void done(LetterTask task) {
        waiting.removeIf(other -> other.id().equals(task.id()));
    }

    @Override
    public boolean allow(String name, int most, Duration period, Instant now) {
        return counted.merge(name + now.getEpochSecond() / period.toSeconds(), 1, Integer::sum) <= most;
    }
}
