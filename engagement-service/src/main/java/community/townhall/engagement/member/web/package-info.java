/* SPDX-License-Identifier: Apache-2.0 */
/** The HTTP API of members. */
@NullMarked
package community.townhall.engagement.member.web;

import org.jspecify.annotations.NullMarked;
