/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.rewards;

import org.jspecify.annotations.NullMarked;
