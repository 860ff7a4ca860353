/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a dump's file: its attributes by name. */
record Row(Map<String, String> attributes) {

    private static final int LONGEST_NAME = 20;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]+");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** How a report names the row: by its Id, as it stands there. */
    String name() {
        String id = attributes.getOrDefault("Id", "without an Id");
        return id.length() <= LONGEST_NAME ? id : id.substring(0, LONGEST_NAME) + "…";
    }

    /** Why a row cannot become anything here. */
    static sealed class UnusableRowException extends RuntimeException {

        UnusableRowException(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** That nothing is wrong with a row, but that what it stands for is nothing here. */
    static final class NothingHereException extends UnusableRowException {

        NothingHereException(String reason) {
            super(reason);
        }
    }

    /** That what a row stands for is there, but otherwise than the row says, and was left as it is. */
    static final class LeftAsItWasException extends UnusableRowException {

        LeftAsItWasException(String reason) {
            super(reason);
        }
    }

    @Nullable
    String text(String name) {
        return attributes.get(name);
    }

    /** @throws UnusableRowException when there is none, or only blanks */
    String requiredText(String name) {
        String value = attributes.get(name);
        if (value == null || value.isBlank()) {
            throw new UnusableRowException("no " + name);
        }
        return value;
    }

    /** @return null when absent @throws UnusableRowException when it is no whole number */
    @Nullable
    Integer number(String name) {
        String value = attributes.get(name);
        if (value == null) {
            return null;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new UnusableRowException(name
                    + (WHOLE_NUMBER.matcher(value).matches()
                            ? " is beyond what numbers there are"
                            : " is not a number"));
        }
    }

    /** @throws UnusableRowException when it is absent or no whole number */
    int requiredNumber(String name) {
        Integer value = number(name);
        if (value == null) {
            throw new UnusableRowException("no " + name);
        }
        return value;
    }

    /**
     * A dump's times are UTC without saying so.
     *
     * @throws UnusableRowException when it is absent, no such time, or one at which no such community was there
     */
    Instant requiredTime(String name) {
        Instant time;
        try {
            time = LocalDateTime.parse(requiredText(name)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new UnusableRowException(name + " is not a time");
        }
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw new UnusableRowException(name + " is before 1970 or after 9999");
        }
        return time;
    }
}
