/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import community.townhall.events.Event;

/**
 * Turns a feature's domain events into events of the contract. One a feature, in its messaging package: the only place
 * where both are known.
 *
 * @param <E> the feature's sealed domain event
 */
@FunctionalInterface
public interface EventMapper<E> {

    /** @param version of the aggregate after the change */
    Event toContract(E domainEvent, long version);
}
