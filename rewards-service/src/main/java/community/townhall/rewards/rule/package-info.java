/* SPDX-License-Identifier: Apache-2.0 */
/** What earns how many points: data that operators change. */
@NullMarked
package community.townhall.rewards.rule;

import org.jspecify.annotations.NullMarked;
