/* SPDX-License-Identifier: Apache-2.0 */
/** What moderation says of a post takes effect. */
@NullMarked
package community.townhall.content.moderation;

import org.jspecify.annotations.NullMarked;
