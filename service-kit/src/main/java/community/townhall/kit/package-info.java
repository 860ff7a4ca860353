/* SPDX-License-Identifier: Apache-2.0 */
/** What every Townhall service shares, and nothing of the domain. */
@NullMarked
package community.townhall.kit;

import org.jspecify.annotations.NullMarked;
