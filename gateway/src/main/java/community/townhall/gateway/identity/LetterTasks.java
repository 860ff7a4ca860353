/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The letters that wait to be sent, by whichever gateway comes first. */
public interface LetterTasks {

    /** False when so many wait that no more are taken. */
    boolean add(LetterTask task);

    /** One that nobody works on. It is due again after the pause, unless it is {@link #done} by then. */
    Optional<LetterTask> take(Instant now, Duration pause);

    void done(LetterTask task);

    /** Counts one more of that name; false, and nothing counted, when there were so many in the present period. */
    boolean allow(String name, int most, Duration period, Instant now);
}
