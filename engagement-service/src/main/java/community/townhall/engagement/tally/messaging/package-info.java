/* SPDX-License-Identifier: Apache-2.0 */
/** Tallies as the other services see them. */
@NullMarked
package community.townhall.engagement.tally.messaging;

import org.jspecify.annotations.NullMarked;
