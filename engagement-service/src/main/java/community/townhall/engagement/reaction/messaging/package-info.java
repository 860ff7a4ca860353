/* SPDX-License-Identifier: Apache-2.0 */
/** Reactions as the other services see them, and their counting. */
@NullMarked
package community.townhall.engagement.reaction.messaging;

import org.jspecify.annotations.NullMarked;
