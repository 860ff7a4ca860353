/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

/** Asks a process whether it is ready. Answers within seconds and never throws for a process that is not there. */
@FunctionalInterface
public interface Probe {

    boolean isReady();
}
