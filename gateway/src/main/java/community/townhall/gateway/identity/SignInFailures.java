/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * Wrong passwords in a row, and until when the account is closed because of them. The first few are free; each one more
 * closes the account twice as long, up to an hour, so that guessing is hopeless and nobody is shut out for ever.
 *
 * @param lockedUntil {@link Instant#EPOCH} when it never was
 */
public record SignInFailures(int inARow, Instant lockedUntil) {

    /** How many wrong passwords are forgiven. */
    public static final int FREE = 4;

    public static final SignInFailures NONE = new SignInFailures(0, Instant.EPOCH);

    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS_TO_LONGEST = 7;

    public boolean isLocked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    /** After one more wrong password. While the account is closed attempts do not count: else a stranger could keep it so. */
    public SignInFailures oneMore(Instant now) {
        if (isLocked(now)) {
            return this;
        }
        int failures = inARow + 1;
        return new SignInFailures(failures, failures <= FREE ? lockedUntil : now.plus(pause(failures - FREE - 1)));
    }

    private static Duration pause(int doublings) {
        if (doublings >= DOUBLINGS_TO_LONGEST) {
            return LONGEST;
        }
        return SHORTEST.multipliedBy(1L << doublings);
    }
}
