/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger.messaging;

import community.townhall.events.Event;
import community.townhall.events.rewards.EntryState;
import community.townhall.events.rewards.PeriodTotals;
import community.townhall.events.rewards.PointsAwarded;
import community.townhall.events.rewards.PointsReversed;
import community.townhall.events.rewards.TierChanged;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.rewards.ledger.Entry;
import community.townhall.rewards.ledger.LedgerEvent;
import community.townhall.rewards.ledger.LedgerEvent.PointsCredited;
import community.townhall.rewards.ledger.LedgerEvent.PointsTakenBack;
import community.townhall.rewards.ledger.LedgerEvent.TierMoved;
import org.springframework.stereotype.Component;

@Component
class LedgerEventMapper implements EventMapper<LedgerEvent> {

    @Override
    public Event toContract(LedgerEvent event, long version) {
        return switch (event) {
            case PointsCredited(Entry entry) -> new PointsAwarded(state(entry));
            case PointsTakenBack(Entry entry) -> new PointsReversed(state(entry));
            case TierMoved moved ->
                new TierChanged(
                        moved.account(), moved.former().id(), moved.tier().id(), moved.lifetime());
        };
    }

    private static EntryState state(Entry entry) {
        return new EntryState(
                entry.id(),
                entry.account(),
                entry.sequence(),
                entry.amount(),
                entry.balance(),
                entry.lifetime(),
                entry.claim().rule(),
                entry.claim().subjectId(),
                entry.reversalOf(),
                entry.tier().id(),
                entry.effectiveAt(),
                new PeriodTotals(
                        entry.totals().day(),
                        entry.totals().week(),
                        entry.totals().month()));
    }
}
