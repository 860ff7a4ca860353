/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import org.jspecify.annotations.Nullable;

/** The data file cannot be opened or is no longer what it was; the message says why and what to do. */
public final class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Reason {
        /** Another process has it open. */
        IN_USE,
        /** It does not hold what was written to it. */
        DAMAGED,
        /** It cannot be opened or read. */
        UNREADABLE,
        /** It cannot be written any more; a new start finds all that was answered. */
        BROKEN
    }

    private final Reason reason;

    StoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What stands in the way. */
    public Reason reason() {
        return reason;
    }
}
