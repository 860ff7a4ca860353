/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the content service. */
@SpringBootApplication
public class ContentApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ContentApplication.class, arguments);
    }
}
