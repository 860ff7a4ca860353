/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Gives both servers the same commands, and makes a sequence after which they differ as short as it gets. */
final class Comparison {

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

    private final MongoClient embedded;
    private final MongoClient real;
    private int commands;
    private int refused;
    private int known;
    private int databases;

    Comparison(MongoClient embedded, MongoClient real) {
        this.embedded = embedded;
        this.real = real;
    }

    /** How many commands both were given. */
    int commands() {
        return commands;
    }

    /** How many the embedded server said it does not do. */
    int refused() {
        return refused;
    }

    /** How many sequences ended at one of the differences that are known. */
    int known() {
        return known;
    }

    /** Runs one sequence; null when both answer alike. */
    @Nullable
    Difference run(long seed) {
        Commands source = new Commands(new Random(seed));
        List<Document> sequence = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            sequence.add(source.next());
        }
        Difference found = compare(seed, sequence);
        commands += sequence.size();
        if (found == null) {
            return null;
        }
        Difference least = shrink(found);
        if (Known.any(least)) {
            known++;
            return null;
        }
        return least;
    }

    private Difference shrink(Difference found) {
        Difference least = found;
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int i = least.commands().size() - 2; i >= 0; i--) {
                List<Document> fewer = new ArrayList<>(least.commands());
                fewer.remove(i);
                Difference still = compare(found.seed(), fewer);
                if (still != null) {
                    least = still;
                    shorter = true;
                    i = Math.min(i, least.commands().size() - 1);
                }
            }
        }
        return least;
    }

    private @Nullable Difference compare(long seed, List<Document> sequence) {
        String name = "d" + databases++;
        MongoDatabase left = embedded.getDatabase(name);
        MongoDatabase right = real.getDatabase(name);
        try {
            for (int i = 0; i < sequence.size(); i++) {
                Document command = sequence.get(i);
                String ours = Answers.of(left, command);
                if (ours.equals("error " + Answers.NOT_IMPLEMENTED)) {
                    refused++;
                    return null;
                }
                String theirs = Answers.of(right, command);
                if (!ours.equals(theirs)) {
                    return new Difference(seed, sequence.subList(0, i + 1), ours, theirs);
                }
            }
            String ours = Answers.contents(left).toString();
            String theirs = Answers.contents(right).toString();
            return ours.equals(theirs) ? null : new Difference(seed, sequence, ours, theirs);
        } finally {
            left.drop();
            right.drop();
        }
    }
}
