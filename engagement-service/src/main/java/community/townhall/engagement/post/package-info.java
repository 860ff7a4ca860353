/* SPDX-License-Identifier: Apache-2.0 */
/** What this service keeps of posts and topics: copies of the content service's, made from its events. */
@NullMarked
package community.townhall.engagement.post;

import org.jspecify.annotations.NullMarked;
