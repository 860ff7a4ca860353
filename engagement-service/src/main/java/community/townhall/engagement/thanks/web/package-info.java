/* SPDX-License-Identifier: Apache-2.0 */
/** The HTTP API of thanks. */
@NullMarked
package community.townhall.engagement.thanks.web;

import org.jspecify.annotations.NullMarked;
