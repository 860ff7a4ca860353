/* SPDX-License-Identifier: Apache-2.0 */
/** Members' names in MongoDB. */
@NullMarked
package community.townhall.moderation.member.mongo;

import org.jspecify.annotations.NullMarked;
