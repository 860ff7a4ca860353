/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A build rehearses what members do, and a start makes use of what the rehearsal left. */
class QuickStartTest {

    @Test
    void every_process_starts_from_the_cache_of_the_rehearsal() {
        assumeTrue(System.getenv("TOWNHALL_URL") == null, "a Townhall of others need not run on this machine");

        List<String> withoutCache = new ArrayList<>();
        JsonNode processes = Townhall.running().status().path("processes");
        for (JsonNode process : processes) {
            String commandLine = ProcessHandle.of(process.path("pid").asLong())
                    .flatMap(handle -> handle.info().commandLine())
                    .orElse("");
            boolean isJava =
                    !(Townhall.isOnMongod() && process.path("name").asString().equals("mongo"));
            if (isJava && !commandLine.contains("-XX:AOTCache=")) {
                withoutCache.add(process.path("name").asString());
            }
        }

        assertThat(processes).isNotEmpty();
        assertThat(withoutCache).isEmpty();
    }
}
