/* SPDX-License-Identifier: Apache-2.0 */
/** Accounts and the audit over HTTP. */
@NullMarked
package community.townhall.rewards.ledger.web;

import org.jspecify.annotations.NullMarked;
