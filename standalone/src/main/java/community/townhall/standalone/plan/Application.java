/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The Spring Boot applications, in the order of their ports. */
public enum Application {
    GATEWAY("gateway", 208),
    CONTENT("content-service", 144),
    ENGAGEMENT("engagement-service", 144),
    MODERATION("moderation-service", 144),
    REWARDS("rewards-service", 144);

    private final String module;
    private final int heapMegabytes;

    Application(String module, int heapMegabytes) {
        this.module = module;
        this.heapMegabytes = heapMegabytes;
    }

    /** As {@code status} and {@code logs} call it. */
    public String processName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Maven module whose jar it is. */
    public String module() {
        return module;
    }

    public int heapMegabytes() {
        return heapMegabytes;
    }

    /** Those behind the gateway. */
    public static List<Application> services() {
        return Arrays.stream(values()).filter(each -> each != GATEWAY).toList();
    }
}
