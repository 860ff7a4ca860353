/* SPDX-License-Identifier: Apache-2.0 */
/** Events of moderation-service: the standing of a piece of content, and reports. */
@NullMarked
package community.townhall.events.moderation;

import org.jspecify.annotations.NullMarked;
