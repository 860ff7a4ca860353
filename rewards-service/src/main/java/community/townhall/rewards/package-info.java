/* SPDX-License-Identifier: Apache-2.0 */
/** The rewards service: one package a feature. */
@NullMarked
package community.townhall.rewards;

import org.jspecify.annotations.NullMarked;
