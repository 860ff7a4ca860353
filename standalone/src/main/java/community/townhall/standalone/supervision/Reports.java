/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.time.Duration;

/** Told what happens to the children. Called from several threads. */
public interface Reports {

    void starting(String child);

    /** @param took since it was started */
    void ready(String child, Duration took);

    /** @param restartIn when it will be started again */
    void ended(String child, int exitCode, Duration restartIn);

    /** Somebody stopped it, and it stays so until it is released. */
    void held(String child);

    void forced(String child);
}
