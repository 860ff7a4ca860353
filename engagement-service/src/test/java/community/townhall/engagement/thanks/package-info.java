/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of thanks. */
@NullMarked
package community.townhall.engagement.thanks;

import org.jspecify.annotations.NullMarked;
