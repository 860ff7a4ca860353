/* SPDX-License-Identifier: Apache-2.0 */
/** Whom and what members follow. */
@NullMarked
package community.townhall.engagement.follow;

import org.jspecify.annotations.NullMarked;
