/* SPDX-License-Identifier: Apache-2.0 */
/** Contents as documents. */
@NullMarked
package community.townhall.moderation.content.mongo;

import org.jspecify.annotations.NullMarked;
