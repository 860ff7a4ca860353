/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.app.Programs;
import community.townhall.standalone.app.UnpackedPrograms;
import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.data.ProcessFile;
import community.townhall.standalone.data.Run;
import community.townhall.standalone.plan.Caches;
import community.townhall.standalone.plan.ChildPlan;
import community.townhall.standalone.plan.Plan;
import community.townhall.standalone.plan.PlannedProcess;
import community.townhall.standalone.plan.Settings;
import community.townhall.standalone.supervision.FreePorts;
import community.townhall.standalone.supervision.Launch;
import community.townhall.standalone.supervision.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.time.Duration;

/** {@code up}: is the supervisor until it is told to stop. */
public final class Up {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataDirectory data;
    private final Settings settings;
    private final boolean foreground;
    private final Programs programs;

    public Up(DataDirectory data, Command.Up up, Programs programs) {
        this.data = data;
        this.settings = up.settings();
        this.foreground = up.attachment() == Command.Attachment.FOREGROUND;
        this.programs = programs;
    }

    public int run() throws InterruptedException {
        data.prepare();
        FileLock lock = data.lock().orElseThrow(() -> alreadyRunning(data));
        UnpackedPrograms unpacked = UnpackedPrograms.of(programs);
        unpacked.unpackMissing(programs);
        noteSupervisor();
        try {
            supervise(unpacked);
            return 0;
        } finally {
            data.processFile(DataDirectory.SUPERVISOR).delete();
            release(lock);
        }
    }

    static Refusal alreadyRunning(DataDirectory data) {
        return new Refusal("Townhall already runs on " + data.root()
                + data.run().map(run -> " (" + run.settings().url() + ")").orElse("")
                + "; ./townhall down stops it, another --data and --port start a second one");
    }

    private void supervise(UnpackedPrograms unpacked) throws InterruptedException {
        Plan plan = new Plan(settings);
        System.out.println("Starting Townhall on " + data.root());
        int leftovers = new Leftovers(data).end();
        if (leftovers > 0) {
            System.out.println("  ended " + leftovers + " processes of a run whose supervisor was killed");
        }
        refuseTakenPorts(plan);
        data.checkComplete(plan);
        data.releaseAll();
        data.clearTemporary();
        data.note(new Run(ProcessHandle.current().pid(), settings, false));
        Supervisor supervisor = new Supervisor(
                new ChildPlan(plan, data, unpacked, Caches.USE, PATIENCE).children(),
                spec -> new Launch(
                        data.processFile(spec.name()).path(), data.log(spec.name()), data.holdFile(spec.name())),
                new ConsoleReports(System.out, data));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, plan), "stop"));
        supervisor.start();
        supervisor.awaitReady(LONGEST_START);
        data.rememberServers(plan);
        data.note(new Run(ProcessHandle.current().pid(), settings, true));
        if (foreground) {
            new Welcome(data, settings).printTo(System.out);
            System.out.println("  Ctrl-C stops it; ./townhall logs shows what it says");
        }
        supervisor.awaitStopped();
    }

    /** Runs in the shutdown hook, whether a signal or a refusal ends this process. */
    private void stop(Supervisor supervisor, Plan plan) {
        System.out.println("Stopping Townhall");
        supervisor.stop();
        plan.processes().stream()
                .map(PlannedProcess::name)
                .map(data::processFile)
                .forEach(ProcessFile::delete);
        System.out.println("Stopped");
    }

    private void noteSupervisor() {
        try {
            Files.writeString(
                    data.processFile(DataDirectory.SUPERVISOR).path(),
                    Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseTakenPorts(Plan plan) {
        for (PlannedProcess process : plan.processes()) {
            for (int port : process.ports()) {
                if (!FreePorts.isFree(port)) {
                    throw new Refusal("Port " + port + ", which " + process.name()
                            + " needs, is in use; end what uses it or choose others with --port");
                }
            }
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
