/* SPDX-License-Identifier: Apache-2.0 */
/** What every import has in common. */
@NullMarked
package community.townhall.engagement.imported;

import org.jspecify.annotations.NullMarked;
