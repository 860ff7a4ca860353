/* SPDX-License-Identifier: Apache-2.0 */
/** Tallies in MongoDB. */
@NullMarked
package community.townhall.engagement.tally.mongo;

import org.jspecify.annotations.NullMarked;
