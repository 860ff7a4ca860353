/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.moderation.cases;

import org.jspecify.annotations.NullMarked;
