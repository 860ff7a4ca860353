/* SPDX-License-Identifier: Apache-2.0 */
/** KnownMembers in MongoDB. */
@NullMarked
package community.townhall.community.member.mongo;

import org.jspecify.annotations.NullMarked;
