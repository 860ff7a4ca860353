/* SPDX-License-Identifier: Apache-2.0 */
/** The command that moves a community in. */
@NullMarked
package community.townhall.importer;

import org.jspecify.annotations.NullMarked;
