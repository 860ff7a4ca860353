/* SPDX-License-Identifier: Apache-2.0 */
/** Rulings from moderation-service. */
@NullMarked
package community.townhall.content.moderation.messaging;

import org.jspecify.annotations.NullMarked;
