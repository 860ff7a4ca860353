/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodKindTest {

    @ParameterizedTest
    @CsvSource({
        "DAY,   2018-03-12, 2018-03-12, 2018-03-12, 2018-03-12",
        "WEEK,  2018-03-18, 2018-W11,   2018-03-12, 2018-03-18",
        "WEEK,  2018-12-31, 2019-W01,   2018-12-31, 2019-01-06",
        "WEEK,  2021-01-03, 2020-W53,   2020-12-28, 2021-01-03",
        "MONTH, 2020-02-10, 2020-02,    2020-02-01, 2020-02-29"
    })
    void a_day_is_in_the_period_that_the_calendar_says(
            PeriodKind kind, LocalDate day, String key, LocalDate from, LocalDate to) {
        assertThat(kind.keyOf(day)).isEqualTo(key);
        assertThat(kind.from(day)).isEqualTo(from);
        assertThat(kind.to(day)).isEqualTo(to);
    }
}
