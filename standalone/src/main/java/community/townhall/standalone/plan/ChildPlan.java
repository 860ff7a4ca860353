/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.plan;

import community.townhall.standalone.app.UnpackedPrograms;
import community.townhall.standalone.data.DataDirectory;
import community.townhall.standalone.data.Secrets;
import community.townhall.standalone.mongod.MongodConfiguration;
import community.townhall.standalone.supervision.ChildSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each planned process is started: its command line and its environment. The services get nothing but that. */
public final class ChildPlan {

    private static final int KAFKA_HEAP_MEGABYTES = 112;
    private static final int MONGO_HEAP_MEGABYTES = 160;

    private final Plan plan;
    private final DataDirectory data;
    private final UnpackedPrograms programs;
    private final Caches caches;
    private final Duration patience;

    /** @param patience how long each may take to end by itself */
    public ChildPlan(Plan plan, DataDirectory data, UnpackedPrograms programs, Caches caches, Duration patience) {
        this.plan = plan;
        this.data = data;
        this.programs = programs;
        this.caches = caches;
        this.patience = patience;
    }

    public List<ChildSpec> children() {
        List<ChildSpec> children = new ArrayList<>();
        for (PlannedProcess process : plan.processes()) {
            children.add(
                    switch (process.name()) {
                        case Plan.MONGO -> child(process, mongoCommand(), Map.of(), List.of());
                        case Plan.KAFKA -> child(process, kafkaCommand(), Map.of(), List.of());
                        default -> application(process);
                    });
        }
        return children;
    }

    private ChildSpec application(PlannedProcess process) {
        Application application = Application.valueOf(process.name().toUpperCase(java.util.Locale.ROOT));
        Path jar = programs.jarOf(application);
        List<String> options = new ArrayList<>(JavaCommand.applicationOptions());
        options.addAll(caches.options(programs.cacheOf(process.name())));
        List<String> command =
                JavaCommand.of(data, application.heapMegabytes(), options, List.of("-jar", jar.toString()));
        // A service that finds no database at its start gives up; one that finds no broker waits.
        List<String> after = plan.startsMongo() ? List.of(Plan.MONGO) : List.of();
        return child(process, command, environmentOf(application), after);
    }

    private List<String> mongoCommand() {
        if (plan.settings().mongod() != null) {
            return new MongodConfiguration(
                            data.mongod(), plan.settings().ports().mongo())
                    .commandOf(plan.settings().mongod());
        }
        return java(
                Plan.MONGO,
                MONGO_HEAP_MEGABYTES,
                List.of(
                        "-cp",
                        programs.standaloneJar().toString(),
                        "community.townhall.embeddedmongo.MongoMain",
                        "--port",
                        Integer.toString(plan.settings().ports().mongo()),
                        "--data",
                        data.mongo().toString()));
    }

    private List<String> kafkaCommand() {
        Ports ports = plan.settings().ports();
        return java(
                Plan.KAFKA,
                KAFKA_HEAP_MEGABYTES,
                List.of(
                        "-cp",
                        programs.standaloneJar().toString(),
                        "community.townhall.standalone.kafka.KafkaMain",
                        Integer.toString(ports.kafka()),
                        Integer.toString(ports.kafkaController()),
                        data.kafka().toString()));
    }

    private List<String> java(String process, int heapMegabytes, List<String> program) {
        return JavaCommand.of(data, heapMegabytes, caches.options(programs.cacheOf(process)), program);
    }

    private ChildSpec child(
            PlannedProcess process, List<String> command, Map<String, String> environment, List<String> after) {
        Map<String, String> all = new HashMap<>(environment);
        // glibc would give each thread a memory pool of its own.
        all.put("MALLOC_ARENA_MAX", "2");
        return new ChildSpec(
                process.name(), command, all, process.ports(), process.readiness(), after, process.stage(), patience);
    }

    private Map<String, String> environmentOf(Application application) {
        Settings settings = plan.settings();
        Ports ports = settings.ports();
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(ports.of(application)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.managementOf(application)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_MONGODB_URI", plan.mongodbUri());
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", plan.kafkaServers());
        environment.put("TOWNHALL_SECURITY_ISSUER", settings.url());
        environment.put("TOWNHALL_SECURITY_JWKSETURI", settings.url() + "/oauth2/jwks");
        if (application == Application.MODERATION) {
            environment.put("TOWNHALL_MODERATION_AUDIT_KEY", data.secrets().auditKey());
        }
        if (application == Application.GATEWAY) {
            for (Application service : Application.services()) {
                environment.put("TOWNHALL_GATEWAY_SERVICES_" + service.name(), "http://127.0.0.1:" + ports.of(service));
            }
            // As much at once as its heap has room for.
            environment.put("TOWNHALL_GATEWAY_CONNECTIONS", "150");
            environment.put("TOWNHALL_GATEWAY_STREAMS_MOST", "200");
            Secrets secrets = data.secrets();
            environment.put("TOWNHALL_IDENTITY_OPERATORPASSWORD", secrets.operatorPassword());
            environment.put("TOWNHALL_IDENTITY_SCRIPTSECRET", secrets.scriptSecret());
            environment.put("TOWNHALL_IDENTITY_KEYSSECRET", secrets.keysSecret());
        }
        return environment;
    }
}
