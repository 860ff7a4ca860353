/* SPDX-License-Identifier: Apache-2.0 */
/** What is known of content, votes and acceptances, in MongoDB. */
@NullMarked
package community.townhall.rewards.entitlement.mongo;

import org.jspecify.annotations.NullMarked;
