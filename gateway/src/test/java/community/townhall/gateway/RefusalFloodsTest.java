/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.gateway.RefusalFloods.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many requests are refused, of each source there are two lines a minute. */
class RefusalFloodsTest {

    private static final Source FLOODING = new Source("192.0.2.1", "unknown");

    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final RefusalFloods floods =
            new RefusalFloods((event, details) -> lines.add(event + " " + details.get("times")), nanos::get);

    @Test
    void the_first_is_told_and_then_how_many_more_there_were() {
        assertThat(refusedThousandTimes()).containsExactly(0);
        passes(Duration.ofSeconds(59));
        assertThat(floods.isFirst(FLOODING)).isFalse();
        assertThat(lines).isEmpty();

        passes(Duration.ofSeconds(2));

        assertThat(lines).containsExactly("refused-more 1000");
        assertThat(refusedThousandTimes()).containsExactly(0);
    }

    @Test
    void one_alone_is_told_once() {
        assertThat(floods.isFirst(FLOODING)).isTrue();
        passes(Duration.ofMinutes(2));
        assertThat(lines).isEmpty();
        assertThat(floods.isFirst(FLOODING)).isTrue();
    }

    @Test
    void another_is_told_beside_a_flood() {
        refusedThousandTimes();
        assertThat(floods.isFirst(new Source(FLOODING.network(), "a-member"))).isTrue();
        assertThat(floods.isFirst(new Source("192.0.2.2", FLOODING.account()))).isTrue();
    }

    @Test
    void a_gateway_that_stops_tells_what_it_has_counted() {
        refusedThousandTimes();
        floods.end();
        assertThat(lines).containsExactly("refused-more 999");
    }

    private int[] refusedThousandTimes() {
        return IntStream.range(0, 1000).filter(i -> floods.isFirst(FLOODING)).toArray();
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
        floods.endThoseThatAreOver();
    }
}
