/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.mongo;

/** The data file cannot be opened; the message says why and what to do. */
final class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    enum Reason {
        IN_USE,
        DAMAGED,
        UNREADABLE
    }

    private final Reason reason;

    StoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
