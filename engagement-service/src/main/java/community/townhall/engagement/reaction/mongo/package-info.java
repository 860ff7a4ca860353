/* SPDX-License-Identifier: Apache-2.0 */
/** Reactions in MongoDB. */
@NullMarked
package community.townhall.engagement.reaction.mongo;

import org.jspecify.annotations.NullMarked;
