/* SPDX-License-Identifier: Apache-2.0 */
/** The pipeline that judges each new text. */
@NullMarked
package community.townhall.moderation.screening;

import org.jspecify.annotations.NullMarked;
