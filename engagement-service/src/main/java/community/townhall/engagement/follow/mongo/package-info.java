/* SPDX-License-Identifier: Apache-2.0 */
/** Follows in MongoDB. */
@NullMarked
package community.townhall.engagement.follow.mongo;

import org.jspecify.annotations.NullMarked;
