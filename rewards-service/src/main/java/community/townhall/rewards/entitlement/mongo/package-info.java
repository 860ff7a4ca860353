/* SPDX-License-Identifier: Apache-2.0 */
/** What members did, in MongoDB. */
@NullMarked
package community.townhall.rewards.entitlement.mongo;

import org.jspecify.annotations.NullMarked;
