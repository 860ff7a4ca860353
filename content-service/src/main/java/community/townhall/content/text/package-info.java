/* SPDX-License-Identifier: Apache-2.0 */
/** Markdown to HTML that is safe to show. */
@NullMarked
package community.townhall.content.text;

import org.jspecify.annotations.NullMarked;
