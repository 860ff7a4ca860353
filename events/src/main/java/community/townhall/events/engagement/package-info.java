/* SPDX-License-Identifier: Apache-2.0 */
/** Events of engagement-service: members, comments, reactions, follows, notifications. */
@NullMarked
package community.townhall.events.engagement;

import org.jspecify.annotations.NullMarked;
