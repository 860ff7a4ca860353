/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;

/** Which points in time a request may speak of: those of the years that are written with four digits (RFC 3339). */
final class Times {

    /**
     * Of a fraction of a second no more is kept than nine digits. Years of more than four are read as what they are: not
     * unreadable, but {@linkplain #isWithinReach out of reach}.
     */
    private static final Pattern DATE_TIME = Pattern.compile(
            "(?i)(?<local>(?:[0-9]{4}|[+-][0-9]{5,10})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9}+)?)(?:(?<=\\.[0-9]{9})[0-9]+)?"
                    + "(?:Z|(?<sign>[+-])(?<hours>[01][0-9]|2[0-3]):(?<minutes>[0-5][0-9]))");

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

    /**
     * A date-time of RFC 3339.
     *
     * @throws DateTimeException when it is none
     */
    static Instant parse(String text) {
        Matcher parts = DATE_TIME.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("No date-time of RFC 3339");
        }
        Instant local = Instant.parse(parts.group("local") + "Z");
        if (parts.group("hours") == null) {
            return local;
        }
        // The platform's own offsets end at 18 hours, and RFC 3339's at 23:59.
        Duration offset = Duration.ofHours(Integer.parseInt(parts.group("hours")))
                .plusMinutes(Integer.parseInt(parts.group("minutes")));
        return parts.group("sign").equals("+") ? local.minus(offset) : local.plus(offset);
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
        Instant instant = parse(text);
        if (!isWithinReach(instant)) {
            throw new IllegalArgumentException(text);
        }
        return instant;
    }
}
