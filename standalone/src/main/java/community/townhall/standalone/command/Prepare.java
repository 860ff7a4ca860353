/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.app.Programs;
import community.townhall.standalone.app.UnpackedPrograms;
import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.plan.Caches;
import community.townhall.standalone.plan.ChildPlan;
import community.townhall.standalone.plan.Plan;
import community.townhall.standalone.plan.PlannedProcess;
import community.townhall.standalone.plan.Ports;
import community.townhall.standalone.plan.Settings;
import community.townhall.standalone.suite.Rehearsal;
import community.townhall.standalone.suite.Tokens;
import community.townhall.standalone.supervision.ChildSpec;
import community.townhall.standalone.supervision.FreePorts;
import community.townhall.standalone.supervision.Launch;
import community.townhall.standalone.supervision.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * {@code prepare}, the last step of a build: unpacks the programs and lets a whole Townhall start, take part in a
 * {@link Rehearsal} and stop once on scratch data, in which each JVM notes what it loaded and what it had to compile, and
 * leaves that as its ahead-of-time cache (JEP 514, JEP 515). Prints the jar to run from. Without caches everything works
 * and starts more slowly, so a failure here is told and no more.
 */
public final class Prepare {

    /** Several times what it takes; on a machine busier than that the caches can wait for another day. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private static final Duration LONGEST_REHEARSAL = Duration.ofMinutes(3);

    /** A JVM writes its cache as it ends. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Enough for the compiler to find out what is used often. */
    private static final int MEMBERS = 8;

    private static final int ROUNDS = 12;

    private static final int FIRST_PORT = 18_080;
    private static final int LAST_PORT = 28_080;
    private static final int PORTS_EACH = 100;

    private final Programs programs;

    public Prepare(Programs programs) {
        this.programs = programs;
    }

    public int run() throws InterruptedException {
        UnpackedPrograms unpacked = UnpackedPrograms.of(programs);
        unpacked.unpackMissing(programs);
        if (isAnyCacheMissing(unpacked)) {
            makeCaches(unpacked);
        }
        unpacked.removeForgotten();
        System.out.println(unpacked.standaloneJar());
        return 0;
    }

    private static boolean isAnyCacheMissing(UnpackedPrograms unpacked) {
        return new Plan(new Settings(new Ports(FIRST_PORT), null, null, null))
                .processes().stream().map(PlannedProcess::name).anyMatch(name -> !Files.exists(unpacked.cacheOf(name)));
    }

    private void makeCaches(UnpackedPrograms unpacked) throws InterruptedException {
        System.err.println("Making the caches for quick starts, once for this build:");
        Path scratch = scratch();
        try {
            DataDirectory data = DataDirectory.at(scratch.resolve("data"));
            data.prepare();
            Plan plan = new Plan(new Settings(new Ports(freePorts()), null, null, null));
            List<ChildSpec> children = new ChildPlan(plan, data, unpacked, Caches.MAKE, PATIENCE).children();
            Supervisor supervisor = new Supervisor(
                    children,
                    spec -> new Launch(
                            data.processFile(spec.name()).path(), data.log(spec.name()), data.holdFile(spec.name())),
                    new ConsoleReports(System.err, data));
            Thread cutOff = new Thread(supervisor::kill, "cut off");
            Runtime.getRuntime().addShutdownHook(cutOff);
            supervisor.start();
            try {
                supervisor.awaitReady(LONGEST_START);
                System.err.println("  rehearsing what members will do");
                rehearse(data, plan.settings());
            } catch (Refusal e) {
                supervisor.kill();
                throw e;
            }
            System.err.println("  writing the caches");
            supervisor.stop().forEach(process -> keep(unpacked.cacheOf(process)));
            Runtime.getRuntime().removeShutdownHook(cutOff);
        } catch (Refusal e) {
            System.err.println("  no caches were made, starts will be slower: " + e.getMessage());
        } finally {
            UnpackedPrograms.deleteTree(scratch);
        }
    }

    private static void rehearse(DataDirectory data, Settings settings) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Tokens tokens = new Tokens(http, settings.url(), data.secrets().scriptSecret());
            new Rehearsal(http, settings.url(), tokens, LONGEST_REHEARSAL).play(MEMBERS, ROUNDS);
        }
    }

    private static void keep(Path cache) {
        Path made = Caches.beingMade(cache);
        try {
            if (Files.exists(made)) {
                Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("townhall-caches");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A block of ports that nobody uses now. */
    private static int freePorts() {
        for (int port = FIRST_PORT; port < LAST_PORT; port += PORTS_EACH) {
            if (new Plan(new Settings(new Ports(port), null, null, null))
                    .processes().stream()
                            .flatMap(process -> process.ports().stream())
                            .allMatch(FreePorts::isFree)) {
                return port;
            }
        }
        throw new Refusal("No free ports between " + FIRST_PORT + " and " + LAST_PORT);
    }
}
