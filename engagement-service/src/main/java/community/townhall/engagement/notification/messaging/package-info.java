/* SPDX-License-Identifier: Apache-2.0 */
/** What is worth telling, of all that happens. */
@NullMarked
package community.townhall.engagement.notification.messaging;

import org.jspecify.annotations.NullMarked;
