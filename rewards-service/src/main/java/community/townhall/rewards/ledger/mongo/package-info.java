/* SPDX-License-Identifier: Apache-2.0 */
/** The ledger in MongoDB. */
@NullMarked
package community.townhall.rewards.ledger.mongo;

import org.jspecify.annotations.NullMarked;
