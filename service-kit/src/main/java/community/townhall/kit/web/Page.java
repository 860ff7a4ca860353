/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list.
 *
 * @param next what to pass as {@code cursor} for the following part, absent at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * A page from one item more than was asked for: the extra one only tells that there is more.
     *
     * @param cursorOf where the page after that item begins
     */
    public static <T> Page<T> of(List<T> oneMoreThanLimit, int limit, Function<T, Cursor> cursorOf) {
        if (oneMoreThanLimit.size() <= limit) {
            return new Page<>(List.copyOf(oneMoreThanLimit), null);
        }
        List<T> items = List.copyOf(oneMoreThanLimit.subList(0, limit));
        return new Page<>(items, cursorOf.apply(items.getLast()).encode());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next);
    }
}
