/* SPDX-License-Identifier: Apache-2.0 */
/** What members say of themselves. */
@NullMarked
package community.townhall.engagement.about;

import org.jspecify.annotations.NullMarked;
