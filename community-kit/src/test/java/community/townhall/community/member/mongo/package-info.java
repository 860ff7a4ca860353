/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.community.member.mongo;

import org.jspecify.annotations.NullMarked;
