/* SPDX-License-Identifier: Apache-2.0 */
/** Cases: what people have to look at, and what they decide. */
@NullMarked
package community.townhall.moderation.cases;

import org.jspecify.annotations.NullMarked;
