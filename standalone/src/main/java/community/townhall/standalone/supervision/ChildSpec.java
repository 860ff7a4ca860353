/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process to keep running.
 *
 * @param name as people call it
 * @param environment added to the supervisor's own
 * @param ports it will listen on, on the loopback address
 * @param readiness whether it does its work
 * @param startsAfter names of those that must be ready before it is started
 * @param stage processes of a higher stage use those of a lower one, and so are ended before them
 * @param patience how long it may take to end by itself
 */
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        List<Integer> ports,
        Probe readiness,
        List<String> startsAfter,
        int stage,
        Duration patience) {}
