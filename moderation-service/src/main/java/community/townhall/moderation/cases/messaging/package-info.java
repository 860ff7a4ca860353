/* SPDX-License-Identifier: Apache-2.0 */
/** Cases that the screening gives rise to. */
@NullMarked
package community.townhall.moderation.cases.messaging;

import org.jspecify.annotations.NullMarked;
