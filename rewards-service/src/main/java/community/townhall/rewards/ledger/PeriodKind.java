/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** The stretches of time points are added up over: UTC days, ISO 8601 weeks, calendar months. */
public enum PeriodKind {
    DAY {
        @Override
        public LocalDate from(LocalDate day) {
            return day;
        }

        @Override
        public LocalDate to(LocalDate day) {
            return day;
        }

        @Override
        public String keyOf(LocalDate day) {
            return day.toString();
        }
    },
    WEEK {
        @Override
        public LocalDate from(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        public LocalDate to(LocalDate day) {
            return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        }

        @Override
        public String keyOf(LocalDate day) {
            return "%04d-W%02d"
                    .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    },
    MONTH {
        @Override
        public LocalDate from(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        public LocalDate to(LocalDate day) {
            return day.with(TemporalAdjusters.lastDayOfMonth());
        }

        @Override
        public String keyOf(LocalDate day) {
            return YearMonth.from(day).toString();
        }
    };

    /** The first day of the period that day is in. */
    public abstract LocalDate from(LocalDate day);

    /** Its last day. */
    public abstract LocalDate to(LocalDate day);

    /** Its name, as in ISO 8601: {@code 2018-03-12}, {@code 2018-W11}, {@code 2018-03}. */
    public abstract String keyOf(LocalDate day);
}
