/* SPDX-License-Identifier: Apache-2.0 */
/** The HTTP API of follows. */
@NullMarked
package community.townhall.engagement.follow.web;

import org.jspecify.annotations.NullMarked;
