/* SPDX-License-Identifier: Apache-2.0 */
/** How many reacted to something and commented on it: counted afresh, never added up. */
@NullMarked
package community.townhall.engagement.tally;

import org.jspecify.annotations.NullMarked;
