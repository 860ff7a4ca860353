/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.content.post.messaging;

import org.jspecify.annotations.NullMarked;
