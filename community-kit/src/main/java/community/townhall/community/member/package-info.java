/* SPDX-License-Identifier: Apache-2.0 */
/** What every service but the members' own knows of a member. */
@NullMarked
package community.townhall.community.member;

import org.jspecify.annotations.NullMarked;
