/* SPDX-License-Identifier: Apache-2.0 */
/** What knows another service. Nothing here is right: see {@code ArchitectureRulesTest}. */
@NullMarked
package community.townhall.wrong.neighbour;

import org.jspecify.annotations.NullMarked;
