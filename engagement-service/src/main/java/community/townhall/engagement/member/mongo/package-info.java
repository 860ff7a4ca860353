/* SPDX-License-Identifier: Apache-2.0 */
/** Members in MongoDB. */
@NullMarked
package community.townhall.engagement.member.mongo;

import org.jspecify.annotations.NullMarked;
