/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.moderation.screening.phase;

import org.jspecify.annotations.NullMarked;
