/* SPDX-License-Identifier: Apache-2.0 */
/** The adapter. Nothing here is right: see {@code ArchitectureRulesTest}. */
@NullMarked
package community.townhall.wrong.feature.web;

import org.jspecify.annotations.NullMarked;
