/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import community.townhall.importer.report.KindTally;
import community.townhall.importer.suite.Answer;
import community.townhall.importer.suite.Pace;
import community.townhall.importer.suite.Suite;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Sends the rows of one kind, many in a request. What a row becomes is decided, and counted, by a worker. */
final class RowSender {

    private static final int MOST_ROWS = 50;

    /** Of a request of several rows; within every limit the suite has for a body. */
    private static final int MOST_BYTES = 48 * 1024;

    /**
     * What a row asks of the suite.
     *
     * @param row its name in the report
     * @param there run when the suite has it, with what the suite says of it
     */
    record Asked(String row, Suite.Write write, Consumer<JsonNode> there) {

        Asked(String row, Suite.Write write) {
            this(row, write, stored -> {});
        }
    }

    private final Suite suite;
    private final String service;
    private final Pace pace;
    private final Workers workers;
    private final KindTally tally;
    private final BiFunction<Row, KindTally, List<Asked>> translation;
    private final Runnable done;
    private List<Row> gathered = new ArrayList<>();

    /**
     * @param translation what a row becomes; throws {@link Row.UnusableRowException} for one that becomes nothing
     * @param done told of each row that is through
     */
    RowSender(
            Suite suite,
            String service,
            Pace pace,
            Workers workers,
            KindTally tally,
            BiFunction<Row, KindTally, List<Asked>> translation,
            Runnable done) {
        this.suite = suite;
        this.service = service;
        this.pace = pace;
        this.workers = workers;
        this.tally = tally;
        this.translation = translation;
        this.done = done;
    }

    void send(Row row) {
        gathered.add(row);
        if (gathered.size() == MOST_ROWS) {
            flush();
        }
    }

    /** Sends what has gathered, without waiting for what comes of it. */
    void flush() {
        List<Row> rows = gathered;
        gathered = new ArrayList<>();
        workers.submit(() -> deliver(rows));
    }

    private void deliver(List<Row> rows) {
        List<Asked> together = new ArrayList<>();
        int bytes = 0;
        for (Row row : rows) {
            for (Asked next : translated(row)) {
                int size = next.write().body().getBytes(StandardCharsets.UTF_8).length;
                if (together.size() == MOST_ROWS || !together.isEmpty() && bytes + size > MOST_BYTES) {
                    deliverTogether(together);
                    together.clear();
                    bytes = 0;
                }
                together.add(next);
                bytes += size;
            }
        }
        if (!together.isEmpty()) {
            deliverTogether(together);
        }
    }

    private List<Asked> translated(Row row) {
        try {
            return translation.apply(row, tally);
        } catch (Row.NothingHereException e) {
            tally.leftOut(e.reason());
            done.run();
            return List.of();
        } catch (Row.LeftAsItWasException e) {
            tally.changed(row.name());
            tally.elsewhere(e.reason());
            done.run();
            return List.of();
        } catch (Row.UnusableRowException e) {
            tally.skipped(e.reason());
            done.run();
            return List.of();
        }
    }

    private void deliverTogether(List<Asked> together) {
        List<Answer> answers = pace.keep(
                together.size(),
                () -> suite.sendAll(service, together.stream().map(Asked::write).toList()));
        for (int i = 0; i < together.size(); i++) {
            Asked asked = together.get(i);
            switch (answers.get(i)) {
                case Answer.Accepted(JsonNode stored) -> {
                    tally.accepted();
                    asked.there().accept(stored);
                }
                case Answer.SaidOtherwise _ -> {
                    tally.changed(asked.row());
                    asked.there().accept(MissingNode.getInstance());
                }
                case Answer.Refused refused -> tally.skipped(refused.reason());
            }
            done.run();
        }
    }
}
