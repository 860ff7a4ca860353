/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.backend.BsonType;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Holds a query against MongoDB's language, whether or not there is a document to hold against the query.
 */
final class Selectors {

    static final Set<String> LOGICAL = Set.of("$and", "$or", "$nor");

    private static final Set<String> ABSENT = Set.of(
            "$where",
            "$text",
            "$jsonSchema",
            "$expr",
            "$sampleRate",
            "$geoWithin",
            "$geoIntersects",
            "$near",
            "$nearSphere",
            "$bitsAllSet",
            "$bitsAnySet",
            "$bitsAllClear",
            "$bitsAnyClear");

    private Selectors() {}

    static void check(Document selector) {
        for (Map.Entry<String, Object> part : selector.entrySet()) {
            String field = part.getKey();
            switch (field) {
                case "$and", "$or", "$nor" -> alternatives(field, part.getValue());
                case "$comment" -> {}
                default -> {
                    if (ABSENT.contains(field)) {
                        throw Refusals.notImplemented(field);
                    }
                    if (field.startsWith("$")) {
                        throw Refusals.badValue("unknown top level operator: " + field);
                    }
                    condition(part.getValue());
                }
            }
        }
    }

    private static void alternatives(String operator, @Nullable Object value) {
        if (!(value instanceof Collection<?> parts) || parts.isEmpty()) {
            throw Refusals.badValue(operator + " must be a nonempty array");
        }
        for (Object part : parts) {
            if (!(part instanceof Document document)) {
                throw Refusals.badValue(operator + " entries need to be full objects");
            }
            check(document);
        }
    }

    private static void condition(@Nullable Object value) {
        if (value instanceof BsonRegularExpression regex) {
            regex(regex.getPattern());
        } else if (value instanceof Document document && MatchExpression.isOperators(document)) {
            document.forEach(Selectors::operator);
        }
    }

    private static void operator(String operator, @Nullable Object value) {
        switch (operator) {
            case "$eq", "$exists", "$options" -> {}
            case "$ne", "$gt", "$gte", "$lt", "$lte" -> {
                if (value instanceof BsonRegularExpression) {
                    throw Refusals.badValue("Can't have regex as arg to " + operator);
                }
            }
            case "$in", "$nin", "$all" -> {
                if (!(value instanceof Collection<?> elements)) {
                    throw Refusals.badValue(operator + " needs an array");
                }
                for (Object element : elements) {
                    if (element instanceof Document document
                            && MatchExpression.isOperators(document)
                            && !operator.equals("$all")) {
                        throw Refusals.badValue("cannot nest $ under " + operator);
                    }
                }
            }
            case "$size" -> {
                if (!(value instanceof Number size) || size.doubleValue() != size.intValue() || size.intValue() < 0) {
                    throw Refusals.badValue("$size needs a number that is not negative");
                }
            }
            case "$regex" -> regex(value instanceof BsonRegularExpression regex ? regex.getPattern() : value);
            case "$not" -> {
                if (value instanceof Document document && MatchExpression.isOperators(document)) {
                    document.forEach(Selectors::operator);
                } else if (!(value instanceof BsonRegularExpression)) {
                    throw Refusals.badValue("$not needs a regex or a document");
                }
            }
            case "$elemMatch" -> {
                if (!(value instanceof Document document)) {
                    throw Refusals.badValue("$elemMatch needs an Object");
                }
                elements(document);
            }
            case "$type" -> type(value);
            case "$mod" -> {
                if (!(value instanceof List<?> mod)
                        || mod.size() != 2
                        || !mod.stream().allMatch(Number.class::isInstance)
                        || mod.getFirst() instanceof Number divisor && divisor.longValue() == 0) {
                    throw Refusals.badValue("$mod needs an array of a divisor that is not 0 and a remainder");
                }
            }
            default -> {
                if (ABSENT.contains(operator)) {
                    throw Refusals.notImplemented(operator);
                }
                throw Refusals.badValue("unknown operator: " + operator);
            }
        }
    }

    /** A condition of the elements of an array. */
    static void elements(Document condition) {
        if (MatchExpression.isOfValues(condition)) {
            condition.forEach(Selectors::operator);
        } else {
            check(condition);
        }
    }

    private static void type(@Nullable Object type) {
        switch (type) {
            case Collection<?> several -> {
                if (several.isEmpty()) {
                    throw Refusals.failedToParse("$type must match at least one type");
                }
                several.forEach(Selectors::type);
            }
            case String alias when !alias.equals("number") -> BsonType.forString(alias);
            case String _ -> {}
            case Number number -> {
                try {
                    BsonType.forNumber(number);
                } catch (IllegalArgumentException e) {
                    throw Refusals.notImplemented("The type " + number);
                }
            }
            case null, default -> throw Refusals.typeMismatch("$type", "number or string");
        }
    }

    private static void regex(@Nullable Object pattern) {
        if (!(pattern instanceof String text)) {
            throw Refusals.badValue("$regex has to be a string");
        }
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw Refusals.location(51091, "Regular expression is invalid: " + e.getDescription());
        }
    }
}
