/* SPDX-License-Identifier: Apache-2.0 */
/** What content and engagement tell. */
@NullMarked
package community.townhall.rewards.entitlement.messaging;

import org.jspecify.annotations.NullMarked;
