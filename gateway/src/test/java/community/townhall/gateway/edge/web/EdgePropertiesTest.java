/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgePropertiesTest {

    @ParameterizedTest
    @CsvSource({"64, , 100", "128, , 341", "176, , 597", "1024, , 5120", "64, 700, 700"})
    void as_many_are_let_in_as_the_heap_has_room_for_unless_it_is_said(
            long heapMegabytes, @Nullable Integer said, int connections) {
        EdgeProperties properties = new EdgeProperties(said, 256, Duration.ofSeconds(10));
        assertThat(properties.connectionsIn(heapMegabytes << 20)).isEqualTo(connections);
    }
}
