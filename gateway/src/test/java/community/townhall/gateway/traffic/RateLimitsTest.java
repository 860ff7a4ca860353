/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.gateway.traffic.RateLimit.Counted;
import community.townhall.gateway.traffic.RateLimit.Per;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {

    private static final RateLimit WRITES = new RateLimit(
            "writes", Per.MEMBER, Counted.REQUESTS, 2, Duration.ofMinutes(1), Set.of("POST"), Set.of("/api/"), true);
    private static final RateLimit ADDRESS = new RateLimit(
            "address", Per.ADDRESS, Counted.REQUESTS, 2, Duration.ofMinutes(1), Set.of(), Set.of("/"), true);

    private static Visit visit(String method, String path, boolean operator) {
        return new Visit(method, path, "192.0.2.1", Optional.of("ada"), operator, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/content/posts, false, true",
        "GET,  /api/content/posts, false, false",
        "POST, /identity/registrations, false, false",
        "POST, /api/content/posts, true, false"
    })
    void aLimitConcernsItsOwnRequestsOnly(String method, String path, boolean operator, boolean concerned) {
        assertThat(WRITES.countedAgainst(visit(method, path, operator)).isPresent())
                .isEqualTo(concerned);
    }

    @Test
    void membersAreCountedByIdAndStrangersByAddress() {
        assertThat(WRITES.countedAgainst(visit("POST", "/api/x", false))).hasValue("ada");
        assertThat(ADDRESS.countedAgainst(visit("POST", "/api/x", false))).hasValue("192.0.2.1");
        assertThat(WRITES.countedAgainst(Visit.anonymous("POST", "/api/x", "192.0.2.1", 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:ffff::1, true",
        "2001:db8:1:2::1,      2001:db8:1:3::1,      false",
        "192.0.2.1,            192.0.2.2,            false"
    })
    void anIpv6NetworkCountsAsOneAddress(String one, String other, boolean same) {
        assertThat(RateLimit.network(one).equals(RateLimit.network(other))).isEqualTo(same);
    }

    @Test
    void theFirstLimitWithoutRoomRefuses() {
        List<String> taken = new ArrayList<>();
        RateLimits limits = new RateLimits(List.of(ADDRESS, WRITES), (limit, whose, amount) -> {
            taken.add(limit.name() + ":" + whose);
            return limit.equals(WRITES) ? Duration.ofMillis(1200) : Duration.ZERO;
        });
        assertThat(limits.admit(visit("POST", "/api/x", false))).hasValueSatisfying(refusal -> {
            assertThat(refusal.limit()).isEqualTo(WRITES);
            assertThat(refusal.secondsToWait()).isEqualTo(2);
        });
        assertThat(taken).containsExactly("address:192.0.2.1", "writes:ada");
        assertThat(limits.admit(visit("GET", "/api/x", false))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 1", "1, 1", "1024, 1", "1025, 2", "4096, 4", "1000000, 4"})
    void ofALongBodyAsMuchIsTakenAsThereIs(long bytes, long taken) {
        RateLimit texts = new RateLimit(
                "texts", Per.MEMBER, Counted.KILOBYTES, 4, Duration.ofMinutes(1), Set.of(), Set.of("/"), true);
        assertThat(texts.takenBy(new Visit("POST", "/api/x", "192.0.2.1", Optional.of("m"), false, bytes)))
                .isEqualTo(taken);
    }

    @Test
    void aVisitorsLimitDoesNotConcernWhoHasSignedIn() {
        RateLimit visitors = new RateLimit(
                "v", Per.VISITOR, Counted.REQUESTS, 1, Duration.ofMinutes(1), Set.of(), Set.of("/"), true);
        assertThat(visitors.countedAgainst(Visit.anonymous("GET", "/api/x", "192.0.2.1", 0)))
                .hasValue("192.0.2.1");
        assertThat(visitors.countedAgainst(new Visit("GET", "/api/x", "192.0.2.1", Optional.of("m"), false, 0)))
                .isEmpty();
    }
}
