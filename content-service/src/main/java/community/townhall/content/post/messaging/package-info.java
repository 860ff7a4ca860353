/* SPDX-License-Identifier: Apache-2.0 */
/** Posts as events of the contract. */
@NullMarked
package community.townhall.content.post.messaging;

import org.jspecify.annotations.NullMarked;
