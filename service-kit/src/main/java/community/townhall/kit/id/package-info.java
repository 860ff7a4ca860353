/* SPDX-License-Identifier: Apache-2.0 */
/** New ids. */
@NullMarked
package community.townhall.kit.id;

import org.jspecify.annotations.NullMarked;
