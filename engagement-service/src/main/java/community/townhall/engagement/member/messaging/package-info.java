/* SPDX-License-Identifier: Apache-2.0 */
/** Members as the other services see them. */
@NullMarked
package community.townhall.engagement.member.messaging;

import org.jspecify.annotations.NullMarked;
