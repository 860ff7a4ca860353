/* SPDX-License-Identifier: Apache-2.0 */
/** What the authors are called: a copy of engagement's members. */
@NullMarked
package community.townhall.content.member;

import org.jspecify.annotations.NullMarked;
