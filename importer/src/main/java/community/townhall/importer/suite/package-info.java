/* SPDX-License-Identifier: Apache-2.0 */
/** The running suite, seen as a client of its public API. */
@NullMarked
package community.townhall.importer.suite;

import org.jspecify.annotations.NullMarked;
