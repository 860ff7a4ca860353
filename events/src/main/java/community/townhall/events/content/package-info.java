/* SPDX-License-Identifier: Apache-2.0 */
/** Events of content-service: posts and topics. */
@NullMarked
package community.townhall.events.content;

import org.jspecify.annotations.NullMarked;
