/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.rule;

import java.util.List;

/** The rules as they are until an operator changes them. */
public record ShippedRules(List<Rule> rules) {

    public ShippedRules {
        rules = List.copyOf(rules);
    }
}
