/* SPDX-License-Identifier: Apache-2.0 */
/** Half of a circle. Nothing here is right: see {@code ArchitectureRulesTest}. */
@NullMarked
package community.townhall.wrong.circle;

import org.jspecify.annotations.NullMarked;
