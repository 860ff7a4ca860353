/* SPDX-License-Identifier: Apache-2.0 */
/** Thanks as the other services see them, what moderation makes of them, and who is told. */
@NullMarked
package community.townhall.engagement.thanks.messaging;

import org.jspecify.annotations.NullMarked;
