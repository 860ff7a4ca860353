/* SPDX-License-Identifier: Apache-2.0 */
/** What can be reacted to and commented on, whoever keeps it. */
@NullMarked
package community.townhall.engagement.target;

import org.jspecify.annotations.NullMarked;
