/* SPDX-License-Identifier: Apache-2.0 */
/** How a domain says no. */
@NullMarked
package community.townhall.kit.refusal;

import org.jspecify.annotations.NullMarked;
