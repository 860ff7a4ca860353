/* SPDX-License-Identifier: Apache-2.0 */
/** Copies of posts and topics in MongoDB. */
@NullMarked
package community.townhall.engagement.post.mongo;

import org.jspecify.annotations.NullMarked;
