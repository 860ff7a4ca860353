/* SPDX-License-Identifier: Apache-2.0 */
/** A feature whose domain knows an adapter. Nothing here is right: see {@code ArchitectureRulesTest}. */
@NullMarked
package community.townhall.wrong.feature;

import org.jspecify.annotations.NullMarked;
