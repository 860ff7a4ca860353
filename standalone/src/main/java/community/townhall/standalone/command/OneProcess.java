/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.data.Run;
import community.townhall.standalone.plan.Plan;
import community.townhall.standalone.plan.PlannedProcess;
import community.townhall.standalone.supervision.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * {@code stop} and {@code start} of one process of a run. A file tells the supervisor to let it rest, so they work from
 * any terminal and however the supervisor was started.
 */
public final class OneProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final DataDirectory data;
    private final String name;

    public OneProcess(DataDirectory data, String name) {
        this.data = data;
        this.name = name;
    }

    /** Returns when it has ended. */
    public int stop() {
        planned();
        try {
            Files.writeString(data.holdFile(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data.processFile(name).process().ifPresent(process -> Ending.of(process, PATIENCE));
        System.out.println(name + " is stopped; ./townhall start " + name + " wakes it");
        return 0;
    }

    /** Returns when it is ready. */
    public int start() throws InterruptedException {
        PlannedProcess planned = planned();
        Path hold = data.holdFile(name);
        try {
            Files.deleteIfExists(hold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!(data.processFile(name).process().isPresent()
                && planned.readiness().isReady())) {
            if (System.nanoTime() > deadline) {
                throw new Refusal(
                        name + " is not ready after " + LONGEST_START.toSeconds() + " s; ./townhall logs " + name);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        System.out.println(name + " is ready");
        return 0;
    }

    private PlannedProcess planned() {
        Run run = RunningTownhall.of(data);
        if (data.supervisor().isEmpty()) {
            throw new Refusal("No supervisor watches the Townhall on " + data.root() + "; ./townhall up starts one");
        }
        Plan plan = new Plan(run.settings());
        return plan.processes().stream()
                .filter(process -> process.name().equals(name))
                .findAny()
                .orElseThrow(() -> new Refusal("There is no process '" + name + "' here, but "
                        + plan.processes().stream().map(PlannedProcess::name).collect(Collectors.joining(", "))));
    }
}
