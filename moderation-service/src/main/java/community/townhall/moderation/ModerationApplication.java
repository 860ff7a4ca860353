/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the moderation service. */
@SpringBootApplication
public class ModerationApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ModerationApplication.class, arguments);
    }
}
