/* SPDX-License-Identifier: Apache-2.0 */
/** Posts as events of the contract, and what their pages learn from events. */
@NullMarked
package community.townhall.content.post.messaging;

import org.jspecify.annotations.NullMarked;
