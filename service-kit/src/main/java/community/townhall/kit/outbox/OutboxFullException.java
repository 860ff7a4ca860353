/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The aggregate has as many undelivered events as its document may hold: the broker has been away for long. Nothing was
 * written; the change can be tried again once events flow.
 */
public final class OutboxFullException extends TransientDataAccessResourceException {

    public OutboxFullException(String collection, String id) {
        super("The outbox of %s %s is full; its events are not being delivered".formatted(collection, id));
    }
}
