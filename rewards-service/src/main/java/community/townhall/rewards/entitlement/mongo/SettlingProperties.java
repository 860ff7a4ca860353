/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was booked must stand otherwise before it is undone.
 *
 * @param quiet without a further change; twice as long with every fourth entry for the same
 * @param longest the most that becomes, however often it changed
 */
@ConfigurationProperties("townhall.rewards.settling")
record SettlingProperties(
        @DefaultValue("2s") Duration quiet,
        @DefaultValue("10m") Duration longest) {

    /** A merit that never rests is booked all the same after so many times of quiet. */
    private static final int PATIENCE = 10;

    private static final int MOST_DOUBLINGS = 20;

    Duration afterTurn(int turn) {
        Duration wait = quiet.multipliedBy(1L << Math.min(turn / 4, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    Duration atMostAfterTurn(int turn) {
        return afterTurn(turn).multipliedBy(PATIENCE);
    }
}
