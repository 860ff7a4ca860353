/* SPDX-License-Identifier: Apache-2.0 */
/** Rules in MongoDB. */
@NullMarked
package community.townhall.rewards.rule.mongo;

import org.jspecify.annotations.NullMarked;
