/* SPDX-License-Identifier: Apache-2.0 */
/** The moderation service: one package a feature. */
@NullMarked
package community.townhall.moderation;

import org.jspecify.annotations.NullMarked;
