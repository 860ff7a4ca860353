/* SPDX-License-Identifier: Apache-2.0 */
/** What members think of something, in one gesture. */
@NullMarked
package community.townhall.engagement.reaction;

import org.jspecify.annotations.NullMarked;
