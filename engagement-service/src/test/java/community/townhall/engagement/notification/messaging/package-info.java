/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package community.townhall.engagement.notification.messaging;

import org.jspecify.annotations.NullMarked;
