/* SPDX-License-Identifier: Apache-2.0 */
/** Follows as the other services see them. */
@NullMarked
package community.townhall.engagement.follow.messaging;

import org.jspecify.annotations.NullMarked;
