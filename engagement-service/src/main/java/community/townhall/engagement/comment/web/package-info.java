/* SPDX-License-Identifier: Apache-2.0 */
/** The HTTP API of comments. */
@NullMarked
package community.townhall.engagement.comment.web;

import org.jspecify.annotations.NullMarked;
