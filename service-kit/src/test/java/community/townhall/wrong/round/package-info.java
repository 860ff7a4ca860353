/* SPDX-License-Identifier: Apache-2.0 */
/** The other half of it. Nothing here is right: see {@code ArchitectureRulesTest}. */
@NullMarked
package community.townhall.wrong.round;

import org.jspecify.annotations.NullMarked;
