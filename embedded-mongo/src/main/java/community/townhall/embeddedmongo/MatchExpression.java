/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.backend.BsonType;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A query to hold documents against, in the words of MongoDB, which {@link Selectors} has found to be well formed. An operator
 * is held against each of the {@link ValuesAtPath}, one after the other: of {@code {$gte: 3, $lt: 5}} one element may satisfy
 * the one and another the other. A negation is of the whole.
 */
final class MatchExpression implements Predicate<Document> {

    /** What operators are held against. */
    private interface Subject {

        /** A value that is within an array already. */
        Subject ELEMENT = (element, _, such) -> such.test(element);

        boolean any(@Nullable Object root, boolean elements, Predicate<@Nullable Object> such);
    }

    private final Predicate<@Nullable Object> all;

    private MatchExpression(Predicate<@Nullable Object> all) {
        this.all = all;
    }

    static MatchExpression of(Document query) {
        return new MatchExpression(ofQuery(query));
    }

    /** What {@code $pull} takes out of an array. */
    static Predicate<@Nullable Object> pulled(@Nullable Object condition) {
        if (condition instanceof Document document && !isOfValues(document)) {
            Predicate<@Nullable Object> query = ofQuery(document);
            return element -> element instanceof Document && query.test(element);
        }
        if (condition instanceof Document || condition instanceof BsonRegularExpression) {
            Predicate<@Nullable Object> query = ofQuery(new Document("", condition));
            return element -> query.test(new Document("", element));
        }
        return equal(condition);
    }

    @Override
    public boolean test(Document document) {
        return all.test(document);
    }

    private static Predicate<@Nullable Object> ofQuery(Document query) {
        List<Predicate<@Nullable Object>> parts = new ArrayList<>();
        query.forEach((field, value) -> parts.add(
                switch (field) {
                    case "$and" -> all(queries(value));
                    case "$or" -> any(queries(value));
                    case "$nor" -> any(queries(value)).negate();
                    case "$comment" -> _ -> true;
                    default -> ofField(ValuesAtPath.of(field), value);
                }));
        return all(parts);
    }

    private static List<Predicate<@Nullable Object>> queries(@Nullable Object queries) {
        return elements(queries).stream()
                .map(query -> ofQuery((Document) Objects.requireNonNull(query)))
                .toList();
    }

    private static Collection<?> elements(@Nullable Object list) {
        return (Collection<?>) Objects.requireNonNull(list);
    }

    private static Predicate<@Nullable Object> all(List<Predicate<@Nullable Object>> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : value -> {
                    for (Predicate<@Nullable Object> part : parts) {
                        if (!part.test(value)) {
                            return false;
                        }
                    }
                    return true;
                };
    }

    private static Predicate<@Nullable Object> any(List<Predicate<@Nullable Object>> parts) {
        return value -> {
            for (Predicate<@Nullable Object> part : parts) {
                if (part.test(value)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<@Nullable Object> ofField(ValuesAtPath path, @Nullable Object value) {
        return condition((root, elements, such) -> path.any(Objects.requireNonNull(root), elements, such), value);
    }

    private static Predicate<@Nullable Object> condition(Subject subject, @Nullable Object value) {
        if (value instanceof Document document && isOperators(document)) {
            List<Predicate<@Nullable Object>> parts = new ArrayList<>();
            document.forEach((operator, argument) -> parts.add(operator(subject, document, operator, argument)));
            return all(parts);
        }
        return ofEach(subject, equalOrLike(value));
    }

    /** Whether a document is made of operators; otherwise it is a value. */
    static boolean isOperators(Document document) {
        return !document.isEmpty()
                && document.keySet().iterator().next().startsWith("$")
                && !document.containsKey("$ref");
    }

    /** Whether it is of an element of any type; otherwise it is a query of documents. */
    static boolean isOfValues(Document condition) {
        return isOperators(condition)
                && !Selectors.LOGICAL.contains(condition.keySet().iterator().next());
    }

    private static Predicate<@Nullable Object> ofEach(Subject subject, Predicate<@Nullable Object> such) {
        return root -> subject.any(root, true, such);
    }

    /** Of an array as such. */
    private static Predicate<@Nullable Object> ofWhole(Subject subject, Predicate<@Nullable Object> such) {
        return root -> subject.any(root, false, such);
    }

    private static Predicate<@Nullable Object> operator(
            Subject subject, Document operators, String operator, @Nullable Object argument) {
        return switch (operator) {
            case "$eq" -> ofEach(subject, equal(argument));
            case "$ne" -> ofEach(subject, equal(argument)).negate();
            case "$gt" -> ofEach(subject, compared(argument, order -> order > 0));
            case "$gte" -> ofEach(subject, compared(argument, order -> order >= 0));
            case "$lt" -> ofEach(subject, compared(argument, order -> order < 0));
            case "$lte" -> ofEach(subject, compared(argument, order -> order <= 0));
            case "$in" -> ofEach(subject, in(elements(argument)));
            case "$nin" -> ofEach(subject, in(elements(argument))).negate();
            case "$all" -> allOf(subject, elements(argument));
            case "$not" -> condition(subject, argument).negate();
            case "$exists" ->
                Utils.isTrue(argument)
                        ? ofEach(subject, MatchExpression::isThere)
                        : ofEach(subject, MatchExpression::isThere).negate();
            case "$type" -> ofEach(subject, ofType(argument));
            case "$mod" -> ofEach(subject, divided(elements(argument)));
            case "$regex" ->
                ofEach(
                        subject,
                        like(
                                argument instanceof BsonRegularExpression regex
                                        ? regex
                                        : BsonRegularExpression.convertToRegularExpression(operators)));
            case "$options" -> _ -> true;
            case "$size" ->
                ofWhole(
                        subject,
                        value -> value instanceof Collection<?> list
                                && argument instanceof Number size
                                && list.size() == size.intValue());
            case "$elemMatch" -> ofWhole(subject, elemMatch((Document) Objects.requireNonNull(argument)));
            default -> throw Refusals.badValue("unknown operator: " + operator);
        };
    }

    private static boolean isThere(@Nullable Object value) {
        return !(value instanceof Missing);
    }

    private static Predicate<@Nullable Object> equalOrLike(@Nullable Object value) {
        return value instanceof BsonRegularExpression regex ? like(regex) : equal(value);
    }

    /** A pattern is also equal to itself. */
    private static Predicate<@Nullable Object> like(BsonRegularExpression regex) {
        Key same = Key.of(regex);
        return value -> value instanceof String text
                ? regex.matcher(text).find()
                : value instanceof BsonRegularExpression && Key.of(value).equals(same);
    }

    /** What is missing is equal to null. */
    private static Predicate<@Nullable Object> equal(@Nullable Object argument) {
        if (argument == null) {
            return value -> value == null || value instanceof Missing;
        }
        if (argument instanceof String text) {
            return text::equals;
        }
        Key key = Key.of(argument);
        return value -> isOfSameType(value, argument) && Key.of(value).equals(key);
    }

    private static Predicate<@Nullable Object> compared(@Nullable Object argument, IntPredicate wanted) {
        if (argument == null) {
            return wanted.test(0) ? equal(null) : _ -> false;
        }
        if (argument instanceof MinKey || argument instanceof MaxKey) {
            int other = argument instanceof MinKey ? 1 : -1;
            return value -> wanted.test(isOfSameType(value, argument) ? 0 : other);
        }
        if (isNotANumber(argument)) {
            return wanted.test(0) ? MatchExpression::isNotANumber : _ -> false;
        }
        Key key = Key.of(argument);
        return value -> isOfSameType(value, argument)
                && !isNotANumber(value)
                && wanted.test(Key.of(value).compareTo(key));
    }

    private static boolean isOfSameType(@Nullable Object value, Object argument) {
        return value != null && isThere(value) && KeyBytes.type(value) == KeyBytes.type(argument);
    }

    private static boolean isNotANumber(@Nullable Object value) {
        return value instanceof Number number && Double.isNaN(number.doubleValue());
    }

    private static Predicate<@Nullable Object> in(Collection<?> list) {
        Set<Key> values = new HashSet<>();
        List<Predicate<@Nullable Object>> others = new ArrayList<>();
        for (Object one : list) {
            if (one == null || one instanceof BsonRegularExpression) {
                others.add(equalOrLike(one));
            } else {
                values.add(Key.of(one));
            }
        }
        Predicate<@Nullable Object> other = any(others);
        return value -> other.test(value)
                || !values.isEmpty() && value != null && isThere(value) && values.contains(Key.of(value));
    }

    private static Predicate<@Nullable Object> allOf(Subject subject, Collection<?> list) {
        if (list.isEmpty()) {
            return _ -> false;
        }
        List<Predicate<@Nullable Object>> parts = new ArrayList<>();
        for (Object one : list) {
            parts.add(condition(subject, one));
        }
        return all(parts);
    }

    private static Predicate<@Nullable Object> ofType(@Nullable Object types) {
        List<Predicate<@Nullable Object>> parts = new ArrayList<>();
        for (Object type : types instanceof Collection<?> several ? several : List.of(Objects.requireNonNull(types))) {
            if ("number".equals(type)) {
                parts.add(Number.class::isInstance);
            } else {
                BsonType known =
                        type instanceof Number number ? BsonType.forNumber(number) : BsonType.forString((String) type);
                parts.add(
                        known == BsonType.REGEX
                                ? BsonRegularExpression.class::isInstance
                                : value -> isThere(value) && known.matches(value));
            }
        }
        return any(parts);
    }

    private static Predicate<@Nullable Object> divided(Collection<?> argument) {
        List<Long> numbers = argument.stream()
                .map(number -> ((Number) Objects.requireNonNull(number)).longValue())
                .toList();
        return value -> value instanceof Number number && number.longValue() % numbers.get(0) == numbers.get(1);
    }

    private static Predicate<@Nullable Object> elemMatch(Document argument) {
        boolean ofValues = isOfValues(argument);
        Predicate<@Nullable Object> such = ofValues ? condition(Subject.ELEMENT, argument) : ofQuery(argument);
        return value -> value instanceof Collection<?> list
                && list.stream()
                        .anyMatch(element -> (ofValues || element instanceof Document || element instanceof List<?>)
                                && such.test(element));
    }
}
