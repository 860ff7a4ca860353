/* SPDX-License-Identifier: Apache-2.0 */
/** What engagement tells of members. */
@NullMarked
package community.townhall.rewards.member.messaging;

import org.jspecify.annotations.NullMarked;
