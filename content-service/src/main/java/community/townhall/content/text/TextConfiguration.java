/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the rendering of texts. */
@Configuration(proxyBeanMethods = false)
class TextConfiguration {

    @Bean
    Markdown markdown() {
        return new Markdown();
    }
}
