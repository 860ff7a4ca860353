/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import org.junit.jupiter.api.Test;

/** A cache holds so many bytes, whatever is written: few long Chinese texts or many short ones. */
class HeapShareTest {

    private static final double PERCENT = 1;
    private static final long SHARE = (long) (Runtime.getRuntime().maxMemory() * PERCENT / 100);

    private final Cache<String, String> cache = HeapShare.<String>ofPercent(PERCENT, HeapShare::bytesOf)
            .executor(Runnable::run)
            .build();

    @Test
    void long_texts_take_no_more_than_the_share() {
        String text = "\u4E2D".repeat(100_000);

        for (int i = 0; i < 4 * SHARE / text.length(); i++) {
            cache.put("text-" + i, text);
        }

        cache.cleanUp();
        assertThat(held()).isBetween(SHARE / 2, SHARE);
        assertThat(cache.estimatedSize()).isLessThanOrEqualTo(SHARE / (2L * text.length()));
    }

    @Test
    void what_is_longer_than_the_whole_share_is_not_kept() {
        cache.put("far too long", "\u4E2D".repeat((int) SHARE));

        cache.cleanUp();
        assertThat(cache.estimatedSize()).isZero();
    }

    @Test
    void a_short_text_counts_with_its_key_and_its_entry() {
        for (int i = 0; i < 2 * SHARE / 300; i++) {
            cache.put("text-%08d".formatted(i), "ok");
        }

        cache.cleanUp();
        assertThat(held()).isLessThanOrEqualTo(SHARE);
        assertThat(cache.estimatedSize()).isLessThan(SHARE / 200);
    }

    private long held() {
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
