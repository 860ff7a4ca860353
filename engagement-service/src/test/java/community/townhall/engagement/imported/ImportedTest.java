/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportedTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        ",ada,2018-03-12T18:00:00Z,imported.origin",
        "not a host,ada,2018-03-12T18:00:00Z,imported.origin",
        "example.org,,2018-03-12T18:00:00Z,imported.authorId",
        "example.org,ada,,imported.at",
        "example.org,ada,2026-01-01T00:00:01Z,imported.at",
        "example.org,ada,1969-12-31T23:59:59Z,imported.at",
        "example.org,ada,+1000000000-12-31T23:59:59Z,imported.at",
        "example.org,ada,-1000000000-01-01T00:00:00Z,imported.at",
    })
    void what_is_missing_or_wrong_is_named(
            @Nullable String origin, @Nullable String authorId, @Nullable Instant at, String field) {
        assertThatThrownBy(() -> new Imported(origin, authorId, at).complete(true, NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void only_operators_import() {
        assertThatThrownBy(() -> new Imported("example.org", "ada", NOW).complete(false, NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }
}
