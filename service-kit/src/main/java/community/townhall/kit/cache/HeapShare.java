/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Caches bounded by the bytes they hold, as a share of the heap: a count that is right for short texts in Latin letters is
 * wrong for long ones in Chinese, and one that is right for a large heap ends a small one.
 */
public final class HeapShare {

    /** What an entry takes besides its key and its value. */
    private static final int ENTRY = 160;

    /** What a text takes besides its letters. */
    private static final int TEXT = 56;

    private HeapShare() {}

    /**
     * A cache by id, to be completed.
     *
     * @param percent of the heap, at most
     * @param bytes about what a value takes; only sizes that vary with what members write need to be right
     */
    public static <V> Caffeine<String, V> ofPercent(double percent, ToIntFunction<V> bytes) {
        return Caffeine.newBuilder()
                .maximumWeight((long) (Runtime.getRuntime().maxMemory() * percent / 100))
                .weigher((String key, V value) -> ENTRY + bytesOf(key) + bytes.applyAsInt(value));
    }

    /** What a text takes: two bytes a letter as soon as one is not Latin. */
    public static int bytesOf(@Nullable String text) {
        return text == null ? 0 : TEXT + 2 * text.length();
    }
}
