/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.community.member;

import org.jspecify.annotations.NullMarked;
