/* SPDX-License-Identifier: Apache-2.0 */
/** Posts and topics as the content service tells of them. */
@NullMarked
package community.townhall.engagement.post.messaging;

import org.jspecify.annotations.NullMarked;
