/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import community.townhall.community.member.KnownMembers;
import community.townhall.content.text.RenderedTexts;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what readers are shown. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    /** The part of the heap that remembered pages may take. */
    private static final int PART = 16;

    @Bean
    PostViews postViews(KnownMembers names, RenderedTexts texts, PostReadings readings) {
        return new PostViews(names, texts, readings);
    }

    @Bean
    ThreadCache threadCache(
            PostReadings readings, @Value("${townhall.content.thread-lifetime:10s}") Duration lifetime) {
        return new ThreadCache(readings, lifetime, Runtime.getRuntime().maxMemory() / PART);
    }
}
