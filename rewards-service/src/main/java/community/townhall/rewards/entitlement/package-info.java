/* SPDX-License-Identifier: Apache-2.0 */
/** Who is entitled to points, judged by what is known of content, votes and acceptances. */
@NullMarked
package community.townhall.rewards.entitlement;

import org.jspecify.annotations.NullMarked;
