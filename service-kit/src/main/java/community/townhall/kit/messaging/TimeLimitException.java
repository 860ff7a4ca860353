/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.time.Duration;

/** An event's handling took too long to wait for its end. */
final class TimeLimitException extends RuntimeException {

    TimeLimitException(Duration limit) {
        super("Handling it took longer than " + limit);
    }
}
