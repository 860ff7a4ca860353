/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places(2);

    @Test
    void everybodyHasSoManyAndNothingIsKeptOfWhoHasNone() {
        assertThat(places.take("a", Duration.ZERO)).isTrue();
        assertThat(places.take("a", Duration.ZERO)).isTrue();
        assertThat(places.take("a", Duration.ZERO)).isFalse();
        assertThat(places.take("b", Duration.ZERO)).isTrue();
        places.leave("a");
        assertThat(places.take("a", Duration.ZERO)).isTrue();
        places.leave("a");
        places.leave("a");
        places.leave("b");
        assertThat(places.known()).isZero();
    }

    @Test
    void whoIsPatientTakesThePlaceOfWhoLeaves() {
        places.take("a", Duration.ZERO);
        places.take("a", Duration.ZERO);
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(
                () -> places.take("a", Duration.ofMinutes(1)), Thread::startVirtualThread);
        assertThat(third).isNotDone();
        places.leave("a");
        await().untilAsserted(() -> assertThat(third).isCompletedWithValue(true));
    }
}
