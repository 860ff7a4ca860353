/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

/** This event can never be processed, however often it is tried: it goes to the dead letters at once. */
public final class InvalidEventException extends RuntimeException {

    public InvalidEventException(String message) {
        super(message);
    }

    public InvalidEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
