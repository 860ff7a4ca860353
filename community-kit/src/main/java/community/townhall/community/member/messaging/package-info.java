/* SPDX-License-Identifier: Apache-2.0 */
/** KnownMembers as their own service tells of them. */
@NullMarked
package community.townhall.community.member.messaging;

import org.jspecify.annotations.NullMarked;
