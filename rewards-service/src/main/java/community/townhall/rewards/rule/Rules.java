/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.rule;

import java.util.List;
import java.util.Optional;

/** The rules in force. */
public interface Rules {

    /** Every rule, by id. */
    List<Rule> all();

    /** The rule as it stands, to change it. */
    Optional<Rule> find(String id);

    /** The rule to award by; may be a few seconds behind a change made by another instance. */
    Rule inForce(String id);

    /**
     * Stores a change.
     *
     * @param changed one version above the stored rule
     * @return false when the stored rule is not at the version before; nothing was written
     */
    boolean replace(Rule changed);
}
