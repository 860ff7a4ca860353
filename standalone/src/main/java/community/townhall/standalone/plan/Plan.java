/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.plan;

import community.townhall.standalone.mongod.ReplicaSetOfOne;
import community.townhall.standalone.supervision.HttpProbe;
import community.townhall.standalone.supervision.KafkaProbe;
import community.townhall.standalone.supervision.Probe;
import community.townhall.standalone.supervision.TcpProbe;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Which processes the settings ask for. */
public record Plan(Settings settings) {

    public static final String KAFKA = "kafka";
    public static final String MONGO = "mongo";

    /** Servers first, the gateway last. */
    public List<PlannedProcess> processes() {
        Ports ports = settings.ports();
        List<PlannedProcess> processes = new ArrayList<>();
        if (startsMongo()) {
            processes.add(new PlannedProcess(MONGO, List.of(ports.mongo()), mongoProbe(), 0));
        }
        if (startsKafka()) {
            processes.add(new PlannedProcess(
                    KAFKA, List.of(ports.kafka(), ports.kafkaController()), new KafkaProbe(ports.kafka()), 0));
        }
        Application.services().forEach(service -> processes.add(planned(service, 1)));
        processes.add(planned(Application.GATEWAY, 2));
        return processes;
    }

    public boolean startsMongo() {
        return settings.mongodbUri() == null;
    }

    public boolean startsKafka() {
        return settings.kafka() == null;
    }

    public String mongodbUri() {
        if (settings.mongodbUri() != null) {
            return settings.mongodbUri();
        }
        String server = "mongodb://127.0.0.1:" + settings.ports().mongo() + "/";
        return settings.mongod() == null ? server : server + "?replicaSet=" + ReplicaSetOfOne.NAME;
    }

    public String kafkaServers() {
        return settings.kafka() != null
                ? settings.kafka()
                : "127.0.0.1:" + settings.ports().kafka();
    }

    private PlannedProcess planned(Application application, int stage) {
        Ports ports = settings.ports();
        int management = ports.managementOf(application);
        URI readiness = URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness");
        return new PlannedProcess(
                application.processName(), List.of(ports.of(application), management), new HttpProbe(readiness), stage);
    }

    private Probe mongoProbe() {
        int port = settings.ports().mongo();
        return settings.mongod() == null ? new TcpProbe(port) : new ReplicaSetOfOne(port);
    }
}
