/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.content.moderation;

import org.jspecify.annotations.NullMarked;
