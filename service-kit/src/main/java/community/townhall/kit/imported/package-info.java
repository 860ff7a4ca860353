/* SPDX-License-Identifier: Apache-2.0 */
/** What holds of everything that is brought in from another community. */
@NullMarked
package community.townhall.kit.imported;

import org.jspecify.annotations.NullMarked;
