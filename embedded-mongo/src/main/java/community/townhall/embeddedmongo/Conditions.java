/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a query says of single fields that an index can make use of. It never says more than the query does: what satisfies
 * the query satisfies the conditions.
 */
final class Conditions {

    /** Beyond these a list is no longer looked up value by value. */
    private static final int MOST_POINTS = 10_000;

    /** Where a value of the field lies. */
    sealed interface Condition {

        /** The first key that may satisfy it. */
        Key low();

        /** The first key that is too high. */
        Key high();
    }

    /** @param values at least one, in their order, none twice */
    record Points(List<Key> values) implements Condition {

        @Override
        public Key low() {
            return values.getFirst();
        }

        @Override
        public Key high() {
            return values.getLast().next();
        }
    }

    record Range(Key low, Key high) implements Condition {}

    private final Map<String, List<Condition>> byField = new LinkedHashMap<>();
    private boolean complete = true;

    private Conditions() {}

    static Conditions of(Document query) {
        Conditions conditions = new Conditions();
        conditions.add(query);
        return conditions;
    }

    private void add(Document query) {
        for (Map.Entry<String, Object> part : query.entrySet()) {
            String field = part.getKey();
            Object value = part.getValue();
            if (field.equals("$and") && value instanceof List<?> all) {
                for (Object one : all) {
                    if (one instanceof Document document) {
                        add(document);
                    } else {
                        complete = false;
                    }
                }
            } else if (field.equals("$or") && value instanceof List<?> alternatives) {
                addHull(alternatives);
            } else if (field.startsWith("$")) {
                complete = false;
            } else if (value instanceof Document operators && MatchExpression.isOperators(operators)) {
                operators.forEach((operator, argument) -> add(field, condition(operator, argument)));
            } else {
                add(field, condition("$eq", value));
            }
        }
    }

    private void add(String field, @Nullable Condition condition) {
        if (condition == null) {
            complete = false;
        } else {
            byField.computeIfAbsent(field, _ -> new ArrayList<>()).add(condition);
        }
    }

    /** A field that every alternative bounds lies within the hull of the bounds; a page that follows a cursor is such. */
    private void addHull(List<?> alternatives) {
        complete = false;
        Map<String, Range> hulls = new HashMap<>();
        boolean first = true;
        for (Object alternative : alternatives) {
            if (!(alternative instanceof Document document)) {
                return;
            }
            Map<String, Range> bounds = new HashMap<>();
            of(document).byField.forEach((field, conditions) -> {
                Condition one = conditions.getFirst();
                bounds.put(field, new Range(one.low(), one.high()));
            });
            if (first) {
                hulls.putAll(bounds);
                first = false;
            } else {
                hulls.keySet().retainAll(bounds.keySet());
                hulls.replaceAll((field, hull) -> hull(hull, bounds.get(field)));
            }
        }
        hulls.forEach(this::add);
    }

    private static Range hull(Range left, @Nullable Range right) {
        if (right == null) {
            throw new IllegalStateException("Both alternatives have bounds");
        }
        return new Range(lower(left.low(), right.low()), higher(left.high(), right.high()));
    }

    private @Nullable Condition condition(String operator, @Nullable Object value) {
        if (operator.equals("$in")) {
            return value instanceof Collection<?> values ? points(values) : null;
        }
        if (!isPlain(value)) {
            return null;
        }
        if (operator.equals("$eq")) {
            complete &= value != null;
            return new Points(List.of(Key.of(value)));
        }
        if (value == null) {
            return null;
        }
        return switch (operator) {
            case "$gt" -> new Range(Key.of(value).next(), aboveTypeOf(value));
            case "$gte" -> new Range(Key.of(value), aboveTypeOf(value));
            case "$lt" -> new Range(lowestComparedTo(value), Key.of(value));
            case "$lte" -> new Range(lowestComparedTo(value), Key.of(value).next());
            default -> null;
        };
    }

    /** What is not a number is the lowest number in an index, but not less than any. */
    private static Key lowestComparedTo(Object value) {
        return value instanceof Number ? Key.of(Double.NEGATIVE_INFINITY) : KeyBytes.belowTypeOf(value);
    }

    private static Key aboveTypeOf(Object value) {
        return KeyBytes.belowTypeOf(value).next();
    }

    private @Nullable Points points(Collection<?> values) {
        Set<Key> distinct = new TreeSet<>();
        for (Object value : values) {
            if (!isPlain(value)) {
                return null;
            }
            complete &= value != null;
            distinct.add(Key.of(value));
        }
        return distinct.isEmpty() || distinct.size() > MOST_POINTS ? null : new Points(new ArrayList<>(distinct));
    }

    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Number number -> !Double.isNaN(number.doubleValue());
            case String _, Boolean _, Instant _, ObjectId _, UUID _, LegacyUUID _, BinData _, BsonTimestamp _ -> true;
            default -> false;
        };
    }

    private static Key lower(Key left, Key right) {
        return left.compareTo(right) <= 0 ? left : right;
    }

    private static Key higher(Key left, Key right) {
        return left.compareTo(right) >= 0 ? left : right;
    }

    /** The values that the field must have one of. */
    @Nullable
    Points points(String field) {
        return conditions(field).stream()
                .filter(Points.class::isInstance)
                .map(Points.class::cast)
                .min(Comparator.comparingInt(points -> points.values().size()))
                .orElse(null);
    }

    /** @param arrays whether the field may have several values, of which each may satisfy another condition */
    @Nullable
    Range range(String field, boolean arrays) {
        Range range = null;
        for (Condition condition : conditions(field)) {
            if (range == null) {
                range = new Range(condition.low(), condition.high());
            } else if (!arrays) {
                range = new Range(higher(range.low(), condition.low()), lower(range.high(), condition.high()));
            }
        }
        return range;
    }

    /** Whether the field must be there and not be null. */
    boolean requires(String field) {
        return conditions(field).stream()
                .anyMatch(condition -> condition.low().compareTo(Key.of(null).next()) >= 0);
    }

    private List<Condition> conditions(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /**
     * Whether the query says no more than what the points or the range of each of these fields say.
     *
     * @param arrays whether a field may have several values
     */
    boolean areAll(Collection<String> fields, Predicate<String> arrays) {
        return complete
                && fields.containsAll(byField.keySet())
                && byField.entrySet().stream().allMatch(field -> isOne(field.getValue(), arrays.test(field.getKey())));
    }

    private static boolean isOne(List<Condition> conditions, boolean array) {
        return conditions.size() == 1 || !array && conditions.stream().allMatch(Range.class::isInstance);
    }
}
