/* SPDX-License-Identifier: Apache-2.0 */
/** Topics as events of the contract. */
@NullMarked
package community.townhall.content.topic.messaging;

import org.jspecify.annotations.NullMarked;
