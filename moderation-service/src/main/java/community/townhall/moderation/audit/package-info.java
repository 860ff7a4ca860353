/* SPDX-License-Identifier: Apache-2.0 */
/** The log of what was done to people's words, which nobody can change unnoticed. */
@NullMarked
package community.townhall.moderation.audit;

import org.jspecify.annotations.NullMarked;
