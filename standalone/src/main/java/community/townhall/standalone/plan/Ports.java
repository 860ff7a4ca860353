/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.plan;

import community.townhall.standalone.Refusal;

/**
 * The ports of one Townhall, all derived from the one people visit.
 *
 * @param gateway the console's and the API's port
 */
public record Ports(int gateway) {

    private static final int MANAGEMENT = 10;
    private static final int KAFKA = 20;
    private static final int KAFKA_CONTROLLER = 21;
    private static final int MONGO = 22;

    public Ports {
        if (gateway < 1 || gateway + MONGO > 65_535) {
            throw new Refusal("--port must be between 1 and " + (65_535 - MONGO) + ", not " + gateway);
        }
    }

    public int of(Application application) {
        return gateway + application.ordinal();
    }

    public int managementOf(Application application) {
        return of(application) + MANAGEMENT;
    }

    public int kafka() {
        return gateway + KAFKA;
    }

    public int kafkaController() {
        return gateway + KAFKA_CONTROLLER;
    }

    public int mongo() {
        return gateway + MONGO;
    }
}
