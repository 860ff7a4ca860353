/* SPDX-License-Identifier: Apache-2.0 */
/** The numbers shown with a post, and the order of the hot feed that follows from them. */
@NullMarked
package community.townhall.content.figures;

import org.jspecify.annotations.NullMarked;
