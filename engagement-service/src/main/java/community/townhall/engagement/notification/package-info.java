/* SPDX-License-Identifier: Apache-2.0 */
/** What members are told of. */
@NullMarked
package community.townhall.engagement.notification;

import org.jspecify.annotations.NullMarked;
