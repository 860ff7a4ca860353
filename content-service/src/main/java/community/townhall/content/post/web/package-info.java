/* SPDX-License-Identifier: Apache-2.0 */
/** Posts over HTTP. */
@NullMarked
package community.townhall.content.post.web;

import org.jspecify.annotations.NullMarked;
