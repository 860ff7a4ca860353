/* SPDX-License-Identifier: Apache-2.0 */
/** Posts, their revisions and what readers see of them, in MongoDB. */
@NullMarked
package community.townhall.content.post.mongo;

import org.jspecify.annotations.NullMarked;
