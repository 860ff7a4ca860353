/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import community.townhall.rewards.tier.Tier;
import java.util.ArrayList;
import java.util.List;

/** What an entry tells the community. */
public sealed interface LedgerEvent {

    /** Points were credited, for the first time or again. */
    record PointsCredited(Entry entry) implements LedgerEvent {}

    /** Points were taken back. */
    record PointsTakenBack(Entry entry) implements LedgerEvent {}

    /** The account's tier is another than before. */
    record TierMoved(String account, Tier former, Tier tier, long lifetime) implements LedgerEvent {}

    /** An entry of nothing, such as a credit over the cap, is news to nobody. */
    static List<LedgerEvent> of(Entry entry) {
        List<LedgerEvent> events = new ArrayList<>();
        if (entry.amount() > 0) {
            events.add(new PointsCredited(entry));
        } else if (entry.amount() < 0) {
            events.add(new PointsTakenBack(entry));
        }
        Tier former = Tier.of(entry.lifetime() - entry.amount());
        if (former != entry.tier()) {
            events.add(new TierMoved(entry.account(), former, entry.tier(), entry.lifetime()));
        }
        return events;
    }
}
