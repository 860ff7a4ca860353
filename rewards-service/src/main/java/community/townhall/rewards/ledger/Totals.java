/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an account has earned in the periods around one day.
 *
 * @param credited points credited that day by each rule, whether taken back since or not: what caps go by. Making good
 *     what was taken back therefore needs no room under the cap, and taking back makes none
 * @param day points of that day, less what was taken back
 * @param week points of its week, likewise
 * @param month points of its month, likewise
 */
public record Totals(Map<String, Long> credited, long day, long week, long month) {

    public static final Totals NONE = new Totals(Map.of(), 0, 0, 0);

    public Totals {
        credited = Map.copyOf(credited);
    }

    long creditedBy(String rule) {
        return Objects.requireNonNullElse(credited.get(rule), 0L);
    }

    Totals plus(long amount) {
        return new Totals(credited, day + amount, week + amount, month + amount);
    }

    Totals plusCredit(String rule, long amount) {
        Map<String, Long> more = new HashMap<>(credited);
        more.merge(rule, amount, Long::sum);
        return new Totals(more, day, week, month).plus(amount);
    }
}
