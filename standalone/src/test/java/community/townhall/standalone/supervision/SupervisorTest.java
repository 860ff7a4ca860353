/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.command.Down;
import community.townhall.standalone.data.DataDirectory;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With processes that are real and small. */
class SupervisorTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final List<Supervisor> supervisors = new ArrayList<>();
    private DataDirectory data;
    private Path journal;

    @BeforeEach
    void directory() {
        data = DataDirectory.at(folder.resolve("data"));
        data.prepare();
        journal = folder.resolve("journal");
    }

    @AfterEach
    void endAll() {
        supervisors.forEach(Supervisor::kill);
        for (String name : data.notedProcesses()) {
            data.processFile(name).process().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void isReadyWhenAllAreAndEndsThoseThatUseOthersFirst() throws Exception {
        Supervisor supervisor = supervise(
                server("mongo", 0, List.of()),
                server("content", 1, List.of("mongo")),
                server("gateway", 2, List.of("mongo")));
        supervisor.awaitReady(LIMIT);
        assertThat(journal()).startsWith("mongo started").hasSize(3);

        assertThat(supervisor.stop()).containsExactlyInAnyOrder("mongo", "content", "gateway");
        assertThat(journal().subList(3, 6)).containsExactly("gateway ended", "content ended", "mongo ended");
        assertThat(data.processFile("mongo").process()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatDiesIsReportedAndStartedAgain(boolean forcibly) throws Exception {
        Supervisor supervisor = supervise(server("content", 1, List.of()));
        supervisor.awaitReady(LIMIT);
        ProcessHandle first = data.processFile("content").process().orElseThrow();
        if (forcibly) {
            first.destroyForcibly();
        } else {
            first.destroy();
        }
        await().atMost(LIMIT)
                .until(() -> reports.stream().filter("content ready"::equals).count() == 2);
        assertThat(data.processFile("content").process())
                .hasValueSatisfying(second -> assertThat(second.pid()).isNotEqualTo(first.pid()));
        assertThat(reports).contains(forcibly ? "content ended 137" : "content ended 143");
    }

    @Test
    void whatNeverGetsReadyEndsTheStart() {
        Supervisor supervisor = supervise(child("content", 1, List.of("fail"), 1, List.of()));
        assertThatThrownBy(() -> supervisor.awaitReady(LIMIT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("content ended 3 times");
    }

    @Test
    void whatDoesNotEndWhenAskedIsKilled() throws Exception {
        int port = freePort();
        Supervisor supervisor =
                supervise(child("content", port, List.of("stubborn", Integer.toString(port)), 1, List.of()));
        supervisor.awaitReady(LIMIT);
        ProcessHandle process = data.processFile("content").process().orElseThrow();
        assertThat(supervisor.stop()).isEmpty();
        assertThat(process.isAlive()).isFalse();
        assertThat(reports).contains("content forced");
    }

    @Test
    void stoppingDuringTheStartLeavesNothingBehind() throws Exception {
        Supervisor supervisor = supervise(server("mongo", 0, List.of()), server("content", 1, List.of("mongo")));
        await().atMost(LIMIT).until(() -> Files.exists(data.processFile("mongo").path()));
        supervisor.stop();
        await().atMost(LIMIT).until(() -> data.processFile("mongo").process().isEmpty());
        assertThat(data.processFile("content").process()).isEmpty();
    }

    @Test
    void childrenOutliveAKilledSupervisorAndDownFindsThem() throws Exception {
        int port = freePort();
        ChildSpec orphan = server("content", port, 1, List.of());
        new Launch(data.processFile("content").path(), data.log("content"), data.holdFile("content"))
                .start(orphan.command(), orphan.environment());
        await().atMost(LIMIT).until(() -> orphan.readiness().isReady());
        ProcessHandle process = data.processFile("content").process().orElseThrow();

        assertThat(new Down(data).run()).isZero();
        assertThat(process.isAlive()).isFalse();
        assertThat(journal()).containsExactly("content started", "content ended");
        assertThat(data.notedProcesses()).isEmpty();
    }

    @Test
    void childrenDoNotHearTheTerminalsCtrlC() throws Exception {
        Supervisor supervisor = supervise(server("content", 1, List.of()));
        supervisor.awaitReady(LIMIT);
        long pid = data.processFile("content").process().orElseThrow().pid();
        signal("INT", pid);
        signal("HUP", pid);
        signal("TERM", pid);
        // The exit code tells which signal was the first to be heard.
        await().atMost(LIMIT).until(() -> reports.stream().anyMatch(report -> report.startsWith("content ended")));
        assertThat(reports).contains("content ended 143");
    }

    @Test
    void aProcessThatIsHeldStaysDownUntilItIsReleased() throws Exception {
        supervise(server("content", 0, List.of())).awaitReady(LIMIT);
        Files.createFile(data.holdFile("content"));
        data.processFile("content").process().orElseThrow().destroy();
        await().atMost(LIMIT).until(() -> reports.contains("content held"));
        assertThat(data.processFile("content").process()).isEmpty();

        Files.delete(data.holdFile("content"));

        await().atMost(LIMIT)
                .until(() -> reports.stream()
                                .filter(report -> report.equals("content ready"))
                                .count()
                        == 2);
        assertThat(reports).noneMatch(report -> report.startsWith("content ended"));
    }

    @Test
    void theLogHoldsWhatTheProcessSaid() throws Exception {
        Supervisor supervisor = supervise(child("content", 1, List.of("fail"), 1, List.of()));
        assertThatThrownBy(() -> supervisor.awaitReady(LIMIT)).isInstanceOf(Refusal.class);
        assertThat(Files.readAllLines(data.log("content"))).contains("told to fail");
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    private Supervisor supervise(ChildSpec... children) {
        Supervisor supervisor = new Supervisor(
                List.of(children),
                spec -> new Launch(
                        data.processFile(spec.name()).path(), data.log(spec.name()), data.holdFile(spec.name())),
                new Recording());
        supervisors.add(supervisor);
        supervisor.start();
        return supervisor;
    }

    private ChildSpec server(String name, int stage, List<String> after) throws IOException {
        return server(name, freePort(), stage, after);
    }

    private ChildSpec server(String name, int port, int stage, List<String> after) {
        return child(name, port, List.of(Integer.toString(port), journal.toString(), name), stage, after);
    }

    private ChildSpec child(String name, int port, List<String> arguments, int stage, List<String> after) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtownhall.data=" + data.root(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "target/test-classes",
                FakeServer.class.getName()));
        command.addAll(arguments);
        return new ChildSpec(
                name, command, Map.of(), List.of(port), new TcpProbe(port), after, stage, Duration.ofSeconds(5));
    }

    private List<String> journal() throws IOException {
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private final class Recording implements Reports {

        @Override
        public void starting(String child) {
            reports.add(child + " starting");
        }

        @Override
        public void ready(String child, Duration took) {
            reports.add(child + " ready");
        }

        @Override
        public void ended(String child, int exitCode, Duration restartIn) {
            reports.add(child + " ended " + exitCode);
        }

        @Override
        public void held(String child) {
            reports.add(child + " held");
        }

        @Override
        public void forced(String child) {
            reports.add(child + " forced");
        }
    }
}
