/* SPDX-License-Identifier: Apache-2.0 */
/** What members are called. */
@NullMarked
package community.townhall.moderation.member;

import org.jspecify.annotations.NullMarked;
