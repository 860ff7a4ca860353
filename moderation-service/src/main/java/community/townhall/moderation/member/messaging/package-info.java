/* SPDX-License-Identifier: Apache-2.0 */
/** Members as engagement tells of them. */
@NullMarked
package community.townhall.moderation.member.messaging;

import org.jspecify.annotations.NullMarked;
