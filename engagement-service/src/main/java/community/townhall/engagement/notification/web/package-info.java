/* SPDX-License-Identifier: Apache-2.0 */
/** The HTTP API of notifications, and their live stream. */
@NullMarked
package community.townhall.engagement.notification.web;

import org.jspecify.annotations.NullMarked;
