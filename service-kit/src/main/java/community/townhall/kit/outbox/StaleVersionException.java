/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else changed the aggregate since it was loaded. Nothing was written: load it and decide again. */
public final class StaleVersionException extends OptimisticLockingFailureException {

    public StaleVersionException(String collection, String id, long version) {
        super("%s %s is no longer at version %d".formatted(collection, id, version));
    }
}
