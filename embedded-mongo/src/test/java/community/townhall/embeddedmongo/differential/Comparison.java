/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Gives both servers the same commands, and makes a sequence after which they differ as short as it gets. */
final class Comparison implements AutoCloseable {

    /** Of a sequence. */
    static final int LENGTH = 30;

    /**
     * Where the servers differ.
     *
     * @param commands the shortest sequence found, of which the last shows it
     */
    record Difference(long seed, List<Document> commands, String embedded, String real) {

        Document last() {
            return commands.getLast();
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("seed " + seed + "\n");
            commands.forEach(command -> text.append("  ").append(shown(command)).append('\n'));
            return text.append("  embedded: ")
                    .append(embedded)
                    .append("\n  real:     ")
                    .append(real)
                    .toString();
        }

        private static String shown(Document command) {
            String json = command.toJson();
            return json.length() > 600 ? json.substring(0, 600) + "…" : json;
        }
    }

    /** What several comparisons beside one another came to. */
    static final class Tally {
        private final AtomicInteger compared = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger undetermined = new AtomicInteger();
        private final Map<Known, Integer> known = new ConcurrentSkipListMap<>();

        @Override
        public String toString() {
            return ("%d commands compared; beyond these %d refused as not supported, and %d to one of several documents;"
                            + " sequences that ended at a known difference: %s")
                    .formatted(compared.get(), refused.get(), undetermined.get(), known);
        }
    }

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final MongoClient embedded;
    private final MongoClient real;
    private final Tally tally;

    /** With clients of its own: a cursor belongs to the session that it was opened in. */
    Comparison(String embedded, String real, Tally tally) {
        this.embedded = MongoClients.create(embedded);
        this.real = MongoClients.create(real);
        this.tally = tally;
    }

    /** Runs one sequence; empty when both answer alike, or differ as is known. */
    Optional<Difference> run(long seed) {
        Commands source = new Commands(new Random(seed));
        List<Document> sequence = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            sequence.add(source.next());
        }
        Difference found = compare(seed, sequence, tally);
        if (found == null) {
            return Optional.empty();
        }
        Difference least = shrink(found);
        Known one = Known.of(least);
        if (one == null) {
            return Optional.of(least);
        }
        tally.known.merge(one, 1, Integer::sum);
        return Optional.empty();
    }

    private Difference shrink(Difference found) {
        Difference least = found;
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int i = least.commands().size() - 2; i >= 0; i--) {
                List<Document> fewer = new ArrayList<>(least.commands());
                fewer.remove(i);
                Difference still = compare(found.seed(), fewer, new Tally());
                if (still != null) {
                    least = still;
                    shorter = true;
                    i = Math.min(i, least.commands().size() - 1);
                }
            }
        }
        return least;
    }

    private @Nullable Difference compare(long seed, List<Document> sequence, Tally tally) {
        String name = "d" + DATABASES.getAndIncrement();
        MongoDatabase left = embedded.getDatabase(name);
        MongoDatabase right = real.getDatabase(name);
        @Nullable Difference found;
        try {
            found = compare(seed, sequence, tally, left, right);
        } finally {
            right.drop();
        }
        try {
            left.drop();
        } catch (MongoException failure) {
            return found == null
                    ? new Difference(seed, sequence, "cannot be dropped: " + failure.getMessage(), "")
                    : found;
        }
        return found;
    }

    private @Nullable Difference compare(
            long seed, List<Document> sequence, Tally tally, MongoDatabase left, MongoDatabase right) {
        for (int i = 0; i < sequence.size(); i++) {
            Document command = sequence.get(i);
            boolean ofSeveral = Choices.ofSeveral(right, command);
            if (ofSeveral && !Choices.isMulti(command)) {
                tally.undetermined.incrementAndGet();
                continue;
            }
            String ours = Answers.of(embedded, left, command);
            if (ours.equals("error " + Answers.NOT_IMPLEMENTED)) {
                tally.refused.incrementAndGet();
                continue;
            }
            if (ours.contains("\"code\": " + Answers.NOT_IMPLEMENTED)) {
                tally.refused.incrementAndGet();
                return null;
            }
            String theirs = Answers.of(real, right, command);
            if (ofSeveral && ours.contains("writeErrors") && theirs.contains("writeErrors")) {
                tally.undetermined.incrementAndGet();
                return null;
            }
            tally.compared.incrementAndGet();
            if (!ours.equals(theirs)) {
                return new Difference(seed, sequence.subList(0, i + 1), ours, theirs);
            }
        }
        String ours = Answers.contents(left).toString();
        String theirs = Answers.contents(right).toString();
        return ours.equals(theirs) ? null : new Difference(seed, sequence, ours, theirs);
    }

    @Override
    public void close() {
        embedded.close();
        real.close();
    }
}
