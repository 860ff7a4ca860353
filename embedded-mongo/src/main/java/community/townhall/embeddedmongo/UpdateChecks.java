/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds an update against MongoDB's language, whether or not there is a document to apply it to. */
final class UpdateChecks {

    private static final Set<String> OPERATORS = Set.of(
            "$set",
            "$setOnInsert",
            "$unset",
            "$inc",
            "$mul",
            "$min",
            "$max",
            "$rename",
            "$currentDate",
            "$push",
            "$addToSet",
            "$pull",
            "$pullAll",
            "$pop");
    private static final Pattern IDENTIFIER = Pattern.compile("\\$\\[([^\\]]+)]");
    private static final Set<String> PUSH = Set.of("$each", "$slice", "$position", "$sort");

    private UpdateChecks() {}

    /** @throws MongoServerError with MongoDB's code */
    static void check(@Nullable Object update, boolean multi, @Nullable Object arrayFilters) {
        if (update instanceof Collection) {
            throw Refusals.notImplemented("An update by a pipeline");
        }
        if (!(update instanceof Document document)) {
            throw Refusals.failedToParse("Update argument must be either an object or an array");
        }
        boolean replaces =
                document.isEmpty() || !document.keySet().iterator().next().startsWith("$");
        if (replaces) {
            if (multi) {
                throw Refusals.failedToParse("multi update is not supported for replacement-style update");
            }
            return;
        }
        List<String> paths = new ArrayList<>();
        document.forEach((operator, argument) -> operator(operator, argument, paths));
        for (String path : paths) {
            identifiers(path, arrayFilters);
        }
    }

    private static void identifiers(String path, @Nullable Object arrayFilters) {
        Matcher identifier = IDENTIFIER.matcher(path);
        while (identifier.find()) {
            String name = identifier.group(1);
            boolean known = arrayFilters instanceof Collection<?> filters
                    && filters.stream()
                            .anyMatch(filter -> filter instanceof Document document
                                    && document.keySet().stream()
                                            .anyMatch(key -> key.equals(name) || key.startsWith(name + ".")));
            if (!known) {
                throw Refusals.badValue("No array filter found for identifier '" + name + "' in path '" + path + "'");
            }
        }
    }

    private static void operator(String operator, @Nullable Object argument, List<String> paths) {
        if (operator.equals("$bit")) {
            throw Refusals.notImplemented(operator);
        }
        if (!OPERATORS.contains(operator)) {
            throw Refusals.failedToParse("Unknown modifier: " + operator
                    + ". Expected a valid update modifier or pipeline-style update specified as an array");
        }
        if (!(argument instanceof Document fields)) {
            throw Refusals.failedToParse("Modifiers operate on fields but we found another type for " + operator);
        }
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            path(field.getKey(), paths);
            if (operator.equals("$rename")) {
                if (!(field.getValue() instanceof String target)) {
                    throw Refusals.badValue("The 'to' field for $rename must be a string");
                }
                path(target, paths);
            }
            value(operator, field.getValue());
        }
    }

    private static void path(String path, List<String> paths) {
        for (String step : path.split("\\.", -1)) {
            if (step.isEmpty()) {
                throw new MongoServerError(
                        56, "EmptyFieldName", "The update path '" + path + "' contains an empty field name");
            }
        }
        for (String other : paths) {
            if (path.equals(other) || path.startsWith(other + ".") || other.startsWith(path + ".")) {
                throw new MongoServerError(
                        40,
                        "ConflictingUpdateOperators",
                        "Updating the path '" + path + "' would create a conflict at '" + other + "'");
            }
        }
        paths.add(path);
    }

    private static void value(String operator, @Nullable Object value) {
        switch (operator) {
            case "$inc", "$mul" -> {
                if (!(value instanceof Number)) {
                    throw new MongoServerError(
                            14, "TypeMismatch", "Cannot " + operator.substring(1) + " with non-numeric argument");
                }
            }
            case "$pop" -> {
                if (!(value instanceof Number end) || (end.doubleValue() != 1 && end.doubleValue() != -1)) {
                    throw Refusals.failedToParse("$pop expects 1 or -1");
                }
            }
            case "$push", "$addToSet" -> {
                if (value instanceof Document modifiers && modifiers.containsKey("$each")) {
                    if (!(modifiers.get("$each") instanceof Collection)) {
                        throw operator.equals("$push")
                                ? Refusals.badValue("The argument to $each in $push must be an array")
                                : new MongoServerError(
                                        14, "TypeMismatch", "The argument to $each in $addToSet must be an array");
                    }
                    for (String modifier : modifiers.keySet()) {
                        if (!PUSH.contains(modifier)) {
                            throw Refusals.badValue("Unrecognized clause in " + operator + ": " + modifier);
                        }
                    }
                }
            }
            default -> {}
        }
    }
}
