/* SPDX-License-Identifier: Apache-2.0 */
/** The content service: one package a feature. */
@NullMarked
package community.townhall.content;

import org.jspecify.annotations.NullMarked;
