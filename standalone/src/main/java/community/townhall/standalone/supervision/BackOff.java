/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.time.Duration;

/**
 * How long to wait before a process that ended is started again: twice as long each time, up to a limit, and short
 * again once it has run well for a while. One per process, used by one thread.
 */
final class BackOff {

    private final Duration first;
    private final Duration longest;
    private final Duration runningWell;
    private int failures;

    /** @param runningWell a process that lived this long starts with the first delay again */
    BackOff(Duration first, Duration longest, Duration runningWell) {
        this.first = first;
        this.longest = longest;
        this.runningWell = runningWell;
    }

    Duration afterRunOf(Duration lived) {
        if (lived.compareTo(runningWell) >= 0) {
            failures = 0;
        }
        Duration delay = first;
        for (int i = 0; i < failures && delay.compareTo(longest) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        failures++;
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}
