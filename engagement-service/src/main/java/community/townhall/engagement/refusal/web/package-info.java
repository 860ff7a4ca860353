/* SPDX-License-Identifier: Apache-2.0 */
/** Refusals as problem details. */
@NullMarked
package community.townhall.engagement.refusal.web;

import org.jspecify.annotations.NullMarked;
