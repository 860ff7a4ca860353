/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.engagement.comment;

import org.jspecify.annotations.NullMarked;
