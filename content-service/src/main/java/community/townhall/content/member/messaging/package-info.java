/* SPDX-License-Identifier: Apache-2.0 */
/** Members' names from engagement's events. */
@NullMarked
package community.townhall.content.member.messaging;

import org.jspecify.annotations.NullMarked;
