/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import org.jspecify.annotations.Nullable;

/**
 * What one reaction or comment adds to the counts of what it is on.
 *
 * @param version of the reaction or comment at which it does
 * @param counter which count it is one more in, absent when it is in none
 */
public record Contribution(long version, @Nullable String counter) {}
