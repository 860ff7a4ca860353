/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * Wrong passwords in a row, and until when the account is closed to where they came from. The first few are free; each
 * one more closes it twice as long, up to an hour, so that guessing is hopeless and nobody is shut out for ever.
 *
 * @param lockedUntil {@link Instant#EPOCH} when it never was
 */
public record SignInFailures(int inARow, Instant lockedUntil) {

    /** How many wrong passwords are forgiven to one address or device. */
    public static final int FREE = 4;

    /** How many are forgiven to all strangers together: who guesses from many addresses is slowed too. */
    public static final int FREE_TO_STRANGERS = 100;

    public static final SignInFailures NONE = new SignInFailures(0, Instant.EPOCH);

    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS_TO_LONGEST = 7;

    public boolean isLocked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    /** After one more wrong password. While the account is closed attempts do not count: else a stranger could keep it so. */
    public SignInFailures oneMore(Instant now, int free) {
        if (isLocked(now)) {
            return this;
        }
        int failures = inARow + 1;
        return new SignInFailures(failures, failures <= free ? lockedUntil : now.plus(pause(failures - free - 1)));
    }

    private static Duration pause(int doublings) {
        if (doublings >= DOUBLINGS_TO_LONGEST) {
            return LONGEST;
        }
        return SHORTEST.multipliedBy(1L << doublings);
    }
}
