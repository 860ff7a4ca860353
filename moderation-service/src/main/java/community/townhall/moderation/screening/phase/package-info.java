/* SPDX-License-Identifier: Apache-2.0 */
/** What a text is judged by. */
@NullMarked
package community.townhall.moderation.screening.phase;

import org.jspecify.annotations.NullMarked;
