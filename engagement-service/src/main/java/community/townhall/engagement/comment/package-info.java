/* SPDX-License-Identifier: Apache-2.0 */
/** What members say under a post: written, screened, judged. */
@NullMarked
package community.townhall.engagement.comment;

import org.jspecify.annotations.NullMarked;
