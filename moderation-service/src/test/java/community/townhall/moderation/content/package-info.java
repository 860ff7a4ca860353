/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.moderation.content;

import org.jspecify.annotations.NullMarked;
