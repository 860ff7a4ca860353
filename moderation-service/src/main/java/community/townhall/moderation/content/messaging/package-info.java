/* SPDX-License-Identifier: Apache-2.0 */
/** What the other services learn of contents. */
@NullMarked
package community.townhall.moderation.content.messaging;

import org.jspecify.annotations.NullMarked;
