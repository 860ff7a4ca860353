/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.engagement.follow;

import org.jspecify.annotations.NullMarked;
