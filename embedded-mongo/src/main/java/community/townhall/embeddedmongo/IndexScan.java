/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import community.townhall.embeddedmongo.Conditions.Points;
import community.townhall.embeddedmongo.Conditions.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to read an index for a query: equal values in its first fields, then perhaps a range in the next one. With several
 * values asked of a field, it reads a stretch of the index for each combination.
 *
 * @param points for each of the first fields the values asked of it
 * @param range of the field after those, where the query has one
 * @param sorted whether each stretch comes in the order asked for
 * @param backwards whether the stretches are read from their end
 */
record IndexScan(
        OrderedIndex index, List<Points> points, @Nullable Range range, boolean sorted, boolean backwards) {

    private static final int MOST_STRETCHES = 2_000;

    /** The way to use that index, if it is of use. */
    static @Nullable IndexScan of(OrderedIndex index, Conditions conditions, SortOrder order) {
        List<Points> points = new ArrayList<>();
        int stretches = 1;
        int part = 0;
        for (; part < index.size() && !index.isPositional(part); part++) {
            Points values = conditions.points(index.field(part));
            if (values == null || stretches * values.values().size() > MOST_STRETCHES) {
                break;
            }
            stretches *= values.values().size();
            points.add(values);
        }
        Range range = part < index.size() && !index.isPositional(part)
                ? conditions.range(index.field(part), index.hasArrays(part))
                : null;
        Boolean backwards = direction(index, points, range, order);
        IndexScan scan = new IndexScan(index, points, range, backwards != null, backwards != null && backwards);
        boolean useful = !points.isEmpty() || range != null || (scan.sorted() && !order.isNatural());
        return useful && scan.reachesAll(conditions) ? scan : null;
    }

    /** A sparse index has no entry for a document without any of its fields. */
    private boolean reachesAll(Conditions conditions) {
        if (!index.isSparse()) {
            return true;
        }
        for (int part = 0; part < index.size(); part++) {
            if (conditions.requires(index.field(part))) {
                return true;
            }
        }
        return false;
    }

    /** Whether to read backwards to have the documents sorted; null when they are not sorted either way. */
    private static @Nullable Boolean direction(
            OrderedIndex index, List<Points> points, @Nullable Range range, SortOrder order) {
        Boolean backwards = null;
        int part = points.size();
        for (SortOrder.Field field : order.fields()) {
            if (isConstant(index, points, field.path().name())) {
                continue;
            }
            if (part > index.size()
                    || !field.path().name().equals(part < index.size() ? index.field(part) : IdIndex.FIELD)) {
                return null;
            }
            // An array is sorted by its least or greatest element, which a range may leave out.
            if (part < index.size() && (index.isPositional(part) || index.hasArrays(part) && range != null)) {
                return null;
            }
            boolean against = field.ascending() != index.isAscending(part);
            if (backwards != null && backwards != against) {
                return null;
            }
            backwards = against;
            if (part == index.size()) {
                break;
            }
            part++;
        }
        return backwards != null && backwards;
    }

    private static boolean isConstant(OrderedIndex index, List<Points> points, String field) {
        for (int part = 0; part < points.size(); part++) {
            if (index.field(part).equals(field)) {
                return points.get(part).values().size() == 1 && !index.hasArrays(part);
            }
        }
        return false;
    }

    /** How good this way is; the higher the better. */
    int worth(boolean limited) {
        int worth = 4 * points.size() + (range == null ? 0 : 2);
        if (sorted) {
            worth += limited ? 5 : 1;
        }
        return index.isUnique() && points.size() == index.size() ? worth + 100 : worth;
    }

    /** The stretches to read, one after the other. */
    List<Stretch> stretches() {
        List<Stretch> all = new ArrayList<>();
        fill(Key.EMPTY, 0, all);
        return all;
    }

    private void fill(Key beginning, int part, List<Stretch> all) {
        if (part < points.size()) {
            for (Key value : points.get(part).values()) {
                fill(beginning.then(index.part(part, value)), part + 1, all);
            }
        } else if (range == null) {
            all.add(new Stretch(beginning, beginning.next()));
        } else if (index.isAscending(part)) {
            all.add(new Stretch(beginning.then(range.low()), beginning.then(range.high())));
        } else {
            // The other way round the lower bound, which is within, comes last, and what it begins with still belongs.
            all.add(new Stretch(
                    beginning.then(range.high().inverted().next()),
                    beginning.then(range.low().inverted().next())));
        }
    }

    /** A part of the index. */
    final class Stretch {

        private final Key from;
        private final Key to;

        private Stretch(Key from, Key to) {
            this.from = from;
            this.to = to;
        }

        private boolean isEmpty() {
            return from.compareTo(to) >= 0;
        }

        /** The ids in the order of the entries, an id once for each entry. */
        Stream<Key> ids() {
            return isEmpty() ? Stream.empty() : index.entries().ids(from, to, backwards);
        }

        long entries() {
            return isEmpty() ? 0 : index.entries().count(from, to);
        }
    }

    /** Whether the index alone tells what the query has: what is in the stretches need not be held against it. */
    boolean answers(Conditions conditions) {
        Map<String, Boolean> arrays = new HashMap<>();
        for (int part = 0; part < points.size() + (range == null ? 0 : 1); part++) {
            arrays.put(index.field(part), index.hasArrays(part));
        }
        return conditions.areAll(arrays.keySet(), field -> arrays.getOrDefault(field, true));
    }

    /** How many documents the query has, when the index alone can tell. */
    @Nullable
    Long count(Conditions conditions) {
        if (!answers(conditions)) {
            return null;
        }
        if (!index.hasArrays()) {
            return stretches().stream().mapToLong(Stretch::entries).sum();
        }
        Set<Key> ids = new HashSet<>();
        stretches().forEach(stretch -> stretch.ids().forEach(ids::add));
        return (long) ids.size();
    }
}
