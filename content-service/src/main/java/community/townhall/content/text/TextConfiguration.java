/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the rendering of texts. */
@Configuration(proxyBeanMethods = false)
class TextConfiguration {

    /** The part of the heap that rendered texts may take. */
    private static final int PART = 16;

    @Bean
    RenderedTexts renderedTexts() {
        return new RenderedTexts(Runtime.getRuntime().maxMemory() / PART);
    }
}
