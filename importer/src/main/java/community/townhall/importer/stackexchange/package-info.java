/* SPDX-License-Identifier: Apache-2.0 */
/** Reads a Stack Exchange data dump and says what each row becomes here. */
@NullMarked
package community.townhall.importer.stackexchange;

import org.jspecify.annotations.NullMarked;
