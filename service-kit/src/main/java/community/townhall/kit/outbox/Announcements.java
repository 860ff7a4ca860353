/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import community.townhall.events.Event;
import java.time.Instant;

/**
 * Events that nobody decides by, because what they tell of stands in a document that is read again: somebody who looks
 * at it now is shown it sooner. Such an event is sent once its document is written, and may be missed; so it stands in no
 * outbox, and nothing has to be taken out of one.
 */
public final class Announcements {

    private final OutboxEntryFactory entries;
    private final Relay relay;

    Announcements(OutboxEntryFactory entries, Relay relay) {
        this.entries = entries;
        this.relay = relay;
    }

    /**
     * Never waits, and never fails for want of a broker.
     *
     * @param version of what it tells of
     * @param at when it happened, by the clock of the community
     */
    public void announce(Event event, long version, Instant at) {
        relay.announce(entries.make(event, version, at));
    }
}
