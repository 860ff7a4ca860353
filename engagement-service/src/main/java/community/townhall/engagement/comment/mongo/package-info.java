/* SPDX-License-Identifier: Apache-2.0 */
/** Comments in MongoDB. */
@NullMarked
package community.townhall.engagement.comment.mongo;

import org.jspecify.annotations.NullMarked;
