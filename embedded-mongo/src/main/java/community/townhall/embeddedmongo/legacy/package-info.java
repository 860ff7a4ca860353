/* SPDX-License-Identifier: Apache-2.0 */
/** Reads the data files of earlier versions, to be moved once into the present one. */
@NullMarked
package community.townhall.embeddedmongo.legacy;

import org.jspecify.annotations.NullMarked;
