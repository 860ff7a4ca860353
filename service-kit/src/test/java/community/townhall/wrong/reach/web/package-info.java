/* SPDX-License-Identifier: Apache-2.0 */
/** What reaches into another feature. Nothing here is right: see {@code ArchitectureRulesTest}. */
@NullMarked
package community.townhall.wrong.reach.web;

import org.jspecify.annotations.NullMarked;
