/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import java.util.Map;

/**
 * The reactions to one target, counted.
 *
 * @param inForce how many, by the kind's label
 */
public record ReactionCount(Map<String, Long> inForce, Evidence evidence) {}
