/* SPDX-License-Identifier: Apache-2.0 */
/** Cases in MongoDB. */
@NullMarked
package community.townhall.moderation.cases.mongo;

import org.jspecify.annotations.NullMarked;
