/* SPDX-License-Identifier: Apache-2.0 */
/** What the suite does as a whole, told as a member, a moderator, an operator or an attacker would see it. */
@NullMarked
package community.townhall.endtoend;

import org.jspecify.annotations.NullMarked;
