/* SPDX-License-Identifier: Apache-2.0 */
/** Notifications in MongoDB. */
@NullMarked
package community.townhall.engagement.notification.mongo;

import org.jspecify.annotations.NullMarked;
