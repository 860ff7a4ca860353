/* SPDX-License-Identifier: Apache-2.0 */
/** What moderation knows of each post and comment: its texts, every verdict on them, and how it stands. */
@NullMarked
package community.townhall.moderation.content;

import org.jspecify.annotations.NullMarked;
