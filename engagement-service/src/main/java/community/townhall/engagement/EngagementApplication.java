/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the engagement service. */
@SpringBootApplication
public class EngagementApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EngagementApplication.class, arguments);
    }
}
