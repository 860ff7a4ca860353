/* SPDX-License-Identifier: Apache-2.0 */
/** Figures in the documents of the posts they belong to. */
@NullMarked
package community.townhall.content.figures.mongo;

import org.jspecify.annotations.NullMarked;
