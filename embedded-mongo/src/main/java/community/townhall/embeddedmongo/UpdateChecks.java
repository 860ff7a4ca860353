/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private UpdateChecks() {}

    /** @throws MongoServerError with MongoDB's code */
    static void check(@Nullable Object update, boolean multi) {
        if (update instanceof Collection) {
            throw Refusals.notImplemented("An update by a pipeline");
        }
        if (!(update instanceof Document document)) {
            throw Refusals.failedToParse("Update argument must be either an object or an array");
        }
        if (isReplacement(document)) {
            if (multi) {
                throw Refusals.failedToParse("multi update is not supported for replacement-style update");
            }
            return;
        }
        List<String> paths = new ArrayList<>();
        document.forEach((operator, argument) -> operator(operator, argument, paths));
    }

    static boolean isReplacement(Document update) {
        return update.isEmpty() || !update.keySet().iterator().next().startsWith("$");
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
                if (FieldPath.of(field.getKey()).isPositional()
                        || FieldPath.of(target).isPositional()) {
                    throw Refusals.notImplemented("A place in an array renamed");
                }
                if (conflict(field.getKey().split("\\."), target.split("\\."))) {
                    throw Refusals.badValue("The source and target field for $rename must not be on the same path");
                }
                path(target, paths);
            }
            value(operator, field.getValue());
        }
    }

    private static void path(String path, List<String> paths) {
        for (String step : path.split("\\.", -1)) {
            if (step.equals("$") || step.startsWith("$[")) {
                throw Refusals.notImplemented("An update of elements by a condition");
            }
            if (step.isEmpty()) {
                throw new MongoServerError(
                        56, "EmptyFieldName", "The update path '" + path + "' contains an empty field name");
            }
        }
        for (String other : paths) {
            if (conflict(path.split("\\."), other.split("\\."))) {
                throw new MongoServerError(
                        40,
                        "ConflictingUpdateOperators",
                        "Updating the path '" + path + "' would create a conflict at '" + other + "'");
            }
        }
        paths.add(path);
    }

    /** Two paths to the same, or to a part of it. */
    private static boolean conflict(String[] path, String[] other) {
        for (int step = 0; step < Math.min(path.length, other.length); step++) {
            if (!path[step].equals(other[step])) {
                return false;
            }
        }
        return true;
    }

    private static void pushModifier(String operator, String modifier, @Nullable Object argument) {
        boolean right = switch (modifier) {
            case "$each" -> true;
            case "$slice", "$position" -> argument instanceof Number number && isWhole(number);
            case "$sort" ->
                argument instanceof Document fields
                        ? !fields.isEmpty() && fields.values().stream().allMatch(UpdateChecks::isDirection)
                        : isDirection(argument);
            default -> false;
        };
        if (!right) {
            throw Refusals.badValue("Wrong clause in " + operator + ": " + modifier);
        }
    }

    private static boolean isWhole(Number number) {
        return number.doubleValue() == Math.rint(number.doubleValue());
    }

    private static boolean isDirection(@Nullable Object order) {
        return order instanceof Number number && Math.abs(number.doubleValue()) == 1;
    }

    private static void value(String operator, @Nullable Object value) {
        switch (operator) {
            case "$inc", "$mul" -> {
                if (!(value instanceof Number)) {
                    throw new MongoServerError(
                            14, "TypeMismatch", "Cannot " + operator.substring(1) + " with non-numeric argument");
                }
            }
            case "$pull" -> {
                if (value instanceof Document condition) {
                    Selectors.elements(condition);
                }
            }
            case "$pullAll" -> {
                if (!(value instanceof Collection)) {
                    throw Refusals.badValue("$pullAll requires an array argument");
                }
            }
            case "$currentDate" -> {
                boolean type = value instanceof Document given
                        && (given.equals(new Document("$type", "date"))
                                || given.equals(new Document("$type", "timestamp")));
                if (!(value instanceof Boolean) && !type) {
                    throw Refusals.badValue("$currentDate expects true, or the type 'date' or 'timestamp'");
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
                    modifiers.forEach((modifier, argument) -> pushModifier(operator, modifier, argument));
                }
            }
            default -> {}
        }
    }
}
