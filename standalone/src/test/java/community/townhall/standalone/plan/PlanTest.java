/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.standalone.data.DataDirectory;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Ports PORTS = new Ports(8080);

    @Test
    void theGatewayHasThePortThatWasAskedForAndTheOthersFollow() {
        assertThat(PORTS.of(Application.GATEWAY)).isEqualTo(8080);
        assertThat(PORTS.of(Application.CONTENT)).isEqualTo(8081);
        assertThat(PORTS.of(Application.ENGAGEMENT)).isEqualTo(8082);
        assertThat(PORTS.of(Application.MODERATION)).isEqualTo(8083);
        assertThat(PORTS.of(Application.REWARDS)).isEqualTo(8084);
        assertThat(PORTS.managementOf(Application.GATEWAY)).isEqualTo(8090);
        assertThat(PORTS.managementOf(Application.REWARDS)).isEqualTo(8094);
        assertThat(List.of(PORTS.kafka(), PORTS.kafkaController(), PORTS.mongo()))
                .containsExactly(8100, 8101, 8102);
    }

    @Property
    void noTwoProcessesShareAPort(@ForAll @IntRange(min = 1, max = 65_513) int port) {
        assertThat(new Plan(new Settings(new Ports(port), null, null, null))
                        .processes().stream().flatMap(process -> process.ports().stream()))
                .doesNotHaveDuplicates()
                .allMatch(each -> each >= port && each <= 65_535);
    }

    @Test
    void startsEverythingOfItsOwnByDefault() {
        assertThat(namesFor(new Settings(PORTS, null, null, null)))
                .containsExactly("mongo", "kafka", "content", "engagement", "moderation", "rewards", "gateway");
    }

    @Test
    void startsNoServerThatSomebodyElseRuns() {
        Settings settings = new Settings(PORTS, "mongodb://db/?replicaSet=r", "broker:9092", null);
        assertThat(namesFor(settings)).containsExactly("content", "engagement", "moderation", "rewards", "gateway");
        assertThat(new Plan(settings).mongodbUri()).isEqualTo("mongodb://db/?replicaSet=r");
        assertThat(new Plan(settings).kafkaServers()).isEqualTo("broker:9092");
    }

    @Test
    void servicesSpeakToAMongodAsToAReplicaSet() {
        assertThat(new Plan(new Settings(PORTS, null, null, Path.of("/usr/bin/mongod"))).mongodbUri())
                .isEqualTo("mongodb://127.0.0.1:8102/?replicaSet=townhall");
    }

    @Test
    void settingsAreTheSameAfterBeingNoted() {
        for (Settings settings : List.of(
                new Settings(PORTS, null, null, null),
                new Settings(PORTS, "mongodb://db/?a=b&c=d", "k:1,k:2", null),
                new Settings(PORTS, null, null, Path.of("/opt/mongo db/mongod")))) {
            assertThat(Settings.from(settings.toProperties())).isEqualTo(settings);
        }
    }

    @Test
    void processesPutNothingAsideOutsideTheDataDirectory() {
        DataDirectory data = DataDirectory.at(Path.of("/data"));
        assertThat(JavaCommand.of(data, 100, List.of(), List.of())).contains("-Djava.io.tmpdir=/data/tmp");
    }

    private static List<String> namesFor(Settings settings) {
        return new Plan(settings).processes().stream().map(PlannedProcess::name).toList();
    }
}
