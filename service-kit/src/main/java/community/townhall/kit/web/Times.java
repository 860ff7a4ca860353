/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;

/** Which points in time a request may speak of: those of the years that are written with four digits (RFC 3339). */
final class Times {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Times() {}

    static boolean isWithinReach(Instant instant) {
        try {
            return isWithinReach(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isWithinReach(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    /** For parameters; what is out of reach is 400, like what is no date. */
    static void addConverters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, (Converter<String, LocalDate>) Times::date);
        registry.addConverter(String.class, Instant.class, (Converter<String, Instant>) Times::instant);
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (!isWithinReach(date)) {
            throw new IllegalArgumentException(text);
        }
        return date;
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (!isWithinReach(instant)) {
            throw new IllegalArgumentException(text);
        }
        return instant;
    }
}
