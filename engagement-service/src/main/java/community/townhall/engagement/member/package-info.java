/* SPDX-License-Identifier: Apache-2.0 */
/** Who takes part: members, and how they present themselves. */
@NullMarked
package community.townhall.engagement.member;

import org.jspecify.annotations.NullMarked;
