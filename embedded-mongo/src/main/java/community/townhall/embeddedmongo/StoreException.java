/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

/** The data file cannot be opened; the message says why and what to do. */
public final class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Reason {
        IN_USE,
        DAMAGED,
        UNREADABLE
    }

    private final Reason reason;

    StoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What stands in the way. */
    public Reason reason() {
        return reason;
    }
}
