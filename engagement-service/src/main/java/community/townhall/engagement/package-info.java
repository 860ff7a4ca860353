/* SPDX-License-Identifier: Apache-2.0 */
/** The engagement service: one package a feature. */
@NullMarked
package community.townhall.engagement;

import org.jspecify.annotations.NullMarked;
