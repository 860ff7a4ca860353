/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.util.List;

/** What an audit looks at. */
public record AuditedEntry(
        String id, String account, long sequence, long amount, long balance, long lifetime, List<Leg> legs) {}
