/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import community.townhall.standalone.Refusal;
import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.data.Run;
import community.townhall.standalone.plan.Application;
import community.townhall.standalone.plan.Plan;
import community.townhall.standalone.plan.PlannedProcess;
import community.townhall.standalone.suite.Flow;
import community.townhall.standalone.suite.Flows;
import community.townhall.standalone.suite.Tokens;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}: looks at every process and asks the services. Ends with 0 only when everything is ready. */
public final class ShowStatus {

    private final DataDirectory data;
    private final boolean json;

    public ShowStatus(DataDirectory data, boolean json) {
        this.data = data;
        this.json = json;
    }

    enum Health {
        /** Does its work. */
        UP,
        /** Runs, but is not ready. */
        DOWN,
        /** Does not run. */
        STOPPED
    }

    record ProcessStatus(
            String name,
            @Nullable Long pid,
            Health health,
            @Nullable Instant startedAt) {}

    record Status(
            boolean ready,
            String url,
            @Nullable String database,
            @Nullable Long supervisor,
            List<ProcessStatus> processes,
            @Nullable Long outboxPending,
            @Nullable Long consumerLag,
            @Nullable Long deadLetters,
            @Nullable Long ledgerImbalance,
            List<Flow.Consumer> ailingConsumers) {}

    public int run() throws InterruptedException {
        if (!data.exists()) {
            throw new Refusal("There is no Townhall in " + data.root() + "; ./townhall up starts one");
        }
        Run run = data.run().orElseThrow(() -> new Refusal("Townhall has never run on " + data.root()));
        List<ProcessStatus> processes = new Plan(run.settings())
                .processes().parallelStream().map(this::look).toList();
        boolean ready = processes.stream().allMatch(process -> process.health() == Health.UP);
        Map<Application, Flow> flows = isUp(processes, "gateway") ? flows(run) : Map.of();
        if (json) {
            print(status(ready, run, processes, Flow.sum(flows.values().stream())));
        } else {
            print(ready, run, processes, flows);
        }
        return ready ? 0 : 1;
    }

    private ProcessStatus look(PlannedProcess planned) {
        Optional<ProcessHandle> process = data.processFile(planned.name()).process();
        Health health = process.isEmpty() ? Health.STOPPED : planned.readiness().isReady() ? Health.UP : Health.DOWN;
        return new ProcessStatus(
                planned.name(),
                process.map(ProcessHandle::pid).orElse(null),
                health,
                process.flatMap(found -> found.info().startInstant()).orElse(null));
    }

    private Map<Application, Flow> flows(Run run) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String token =
                    new Tokens(http, run.settings().url(), data.secrets().scriptSecret()).fetch("operator", null);
            return new Flows(http, run.settings().ports()).ask(token);
        } catch (Refusal e) {
            System.err.println("townhall: " + e.getMessage());
            return Map.of();
        }
    }

    private Status status(boolean ready, Run run, List<ProcessStatus> processes, Flow flow) {
        return new Status(
                ready,
                run.settings().url(),
                DatabaseServer.at(new Plan(run.settings()).mongodbUri()),
                data.supervisor().map(ProcessHandle::pid).orElse(null),
                processes,
                flow.outboxPending(),
                flow.consumerLag(),
                flow.deadLetters(),
                flow.ledgerImbalance(),
                flow.ailing());
    }

    private static void print(Status status) {
        System.out.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(status));
    }

    private void print(boolean ready, Run run, List<ProcessStatus> processes, Map<Application, Flow> flows) {
        System.out.println((ready ? "Townhall is ready:  " : "Townhall is not ready:  ")
                + run.settings().url() + "/  (" + data.root() + ")");
        if (data.supervisor().isEmpty()) {
            System.out.println("No supervisor watches it: what ends is not started again.");
        }
        System.out.printf(
                "%-12s %-8s %8s  %-24s %8s %8s %8s%n", "process", "health", "pid", "since", "outbox", "lag", "dead");
        for (ProcessStatus process : processes) {
            Flow flow = Application.services().stream()
                    .filter(service -> service.processName().equals(process.name()))
                    .findAny()
                    .map(service -> flows.getOrDefault(service, Flow.UNKNOWN))
                    .orElse(Flow.UNKNOWN);
            System.out.printf(
                    "%-12s %-8s %8s  %-24s %8s %8s %8s%n",
                    process.name(),
                    process.health(),
                    shown(process.pid()),
                    shown(process.startedAt()),
                    shown(flow.outboxPending()),
                    shown(flow.consumerLag()),
                    shown(flow.deadLetters()));
        }
        flows.forEach((service, flow) -> flow.ailing()
                .forEach(consumer -> System.out.printf(
                        "%s: its consumer %s is %s, its oldest event %.0f s old: %s%n",
                        service.processName(),
                        consumer.name(),
                        consumer.state(),
                        consumer.oldestSeconds(),
                        shown(consumer.reason()))));
        Flow all = Flow.sum(flows.values().stream());
        String database = DatabaseServer.at(new Plan(run.settings()).mongodbUri());
        System.out.println("Database: " + (database == null ? "does not answer" : database));
        System.out.println("Points ledger: "
                + (all.ledgerImbalance() == null
                        ? "unknown"
                        : all.ledgerImbalance() == 0 ? "balanced" : "off by " + all.ledgerImbalance()));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static boolean isUp(List<ProcessStatus> processes, String name) {
        return processes.stream().anyMatch(process -> process.name().equals(name) && process.health() == Health.UP);
    }
}
