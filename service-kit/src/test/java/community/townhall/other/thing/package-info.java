/* SPDX-License-Identifier: Apache-2.0 */
/** Another service. Nothing here is right: see {@code ArchitectureRulesTest}. */
@NullMarked
package community.townhall.other.thing;

import org.jspecify.annotations.NullMarked;
