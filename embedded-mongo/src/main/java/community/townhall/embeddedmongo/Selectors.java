/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Holds a query against MongoDB's language, whether or not there is a document to hold against the query. What the matcher
 * would take for something else is put in other words: a document to be equal to, a comparison with null, all of nothing, a negation
 * within arrays.
 */
final class Selectors {

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
        List<Document> negations = new ArrayList<>();
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
                    if (part.getValue() instanceof Document document && isValue(document)) {
                        part.setValue(new Document("$eq", document));
                    }
                    condition(part.getValue());
                    if (part.getValue() instanceof Document operators) {
                        reword(operators);
                        if (field.contains(".")) {
                            takeNegations(field, operators, negations);
                        }
                    }
                }
            }
        }
        add(selector, negations);
    }

    private static void takeNegations(String field, Document operators, List<Document> negations) {
        if (operators.get("$not") instanceof Document negated) {
            operators.remove("$not");
            negations.add(new Document(field, negated));
        }
        if (Boolean.FALSE.equals(operators.get("$exists"))) {
            operators.remove("$exists");
            negations.add(new Document(field, new Document("$exists", true)));
        }
    }

    /** Within arrays the matcher would hold a negation against each element. */
    private static void add(Document selector, List<Document> negations) {
        for (Document negated : negations) {
            String field = negated.keySet().iterator().next();
            if (selector.get(field) instanceof Document rest && rest.isEmpty()) {
                selector.remove(field);
            }
            List<Object> all = new ArrayList<>();
            if (selector.get("$and") instanceof Collection<?> given) {
                all.addAll(given);
            }
            all.add(new Document("$nor", List.of(negated)));
            selector.put("$and", all);
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
        } else if (value instanceof Document document && isOperators(document)) {
            document.forEach(Selectors::operator);
        }
    }

    private static void reword(Document operators) {
        if (operators.get("$all") instanceof Collection<?> all && all.size() < 2 && !operators.containsKey("$in")) {
            Object one = all.isEmpty() ? null : all.iterator().next();
            if (!(one instanceof Document) && !(one instanceof BsonRegularExpression)) {
                operators.remove("$all");
                operators.put("$in", all);
            }
        }
        for (String operator : List.of("$gte", "$lte")) {
            if (operators.containsKey(operator) && operators.get(operator) == null) {
                operators.remove(operator);
                operators.put("$eq", null);
            }
        }
    }

    private static boolean isValue(Document document) {
        return document.isEmpty() || !document.keySet().iterator().next().startsWith("$");
    }

    private static boolean isOperators(Document document) {
        return !document.isEmpty()
                && document.keySet().iterator().next().startsWith("$")
                && !document.containsKey("$ref");
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
                    if (element instanceof Document document && isOperators(document) && !operator.equals("$all")) {
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
                if (value instanceof Document document && isOperators(document)) {
                    document.forEach(Selectors::operator);
                } else if (!(value instanceof BsonRegularExpression)) {
                    throw Refusals.badValue("$not needs a regex or a document");
                }
            }
            case "$elemMatch" -> {
                if (!(value instanceof Document document)) {
                    throw Refusals.badValue("$elemMatch needs an Object");
                }
                if (isOperators(document)
                        && !Set.of("$and", "$or", "$nor")
                                .contains(document.keySet().iterator().next())) {
                    document.forEach(Selectors::operator);
                } else {
                    check(document);
                }
            }
            case "$type", "$mod" -> {}
            default -> {
                if (ABSENT.contains(operator)) {
                    throw Refusals.notImplemented(operator);
                }
                throw Refusals.badValue("unknown operator: " + operator);
            }
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
