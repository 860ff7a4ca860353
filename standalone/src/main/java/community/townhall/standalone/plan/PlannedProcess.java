/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.plan;

import community.townhall.standalone.supervision.Probe;
import java.util.List;

/**
 * One process of a Townhall, apart from how it is started.
 *
 * @param ports on the loopback address
 * @param stage 0 for the servers that the services use, 1 for the services, 2 for the gateway
 */
public record PlannedProcess(String name, List<Integer> ports, Probe readiness, int stage) {}
