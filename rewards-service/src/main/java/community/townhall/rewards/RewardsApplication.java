/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the rewards service. */
@SpringBootApplication
public class RewardsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RewardsApplication.class, arguments);
    }
}
