/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses an update of a document in which a path leads through what has no fields, as MongoDB does. */
final class PathChecks {

    private static final Set<String> OF_ARRAYS = Set.of("$push", "$addToSet", "$pull", "$pullAll", "$pop");
    private static final Set<String> TAKING = Set.of("$pull", "$pullAll", "$pop");

    private static final Set<String> OF_NUMBERS = Set.of("$inc", "$mul");
    /** These leave alone what they cannot reach. */
    private static final Set<String> LENIENT = Set.of("$unset", "$setOnInsert", "$rename");

    private PathChecks() {}

    /** Whether an update has to be held against the documents: most change fields at the top, and are not read for twice. */
    static boolean areNeeded(Document update) {
        return update.entrySet().stream()
                .anyMatch(operator -> operator.getValue() instanceof Document fields
                        && !LENIENT.contains(operator.getKey())
                        && (TAKING.contains(operator.getKey())
                                || fields.keySet().stream().anyMatch(path -> path.contains("."))));
    }

    static void check(Document document, Document update) {
        update.forEach((operator, fields) -> {
            if (!LENIENT.contains(operator) && fields instanceof Document paths) {
                paths.keySet().forEach(path -> check(document, operator, path));
            }
        });
    }

    private static void check(Document document, String operator, String path) {
        @Nullable Object value = document;
        for (String step : path.split("\\.")) {
            boolean place = step.chars().allMatch(Character::isDigit);
            if (step.startsWith("$") || (value instanceof List<?> list && place && outside(list, step))) {
                return;
            }
            if (value instanceof Document parent) {
                if (!parent.containsKey(step)) {
                    return;
                }
                value = parent.get(step);
            } else if (value instanceof List<?> list && place) {
                value = list.get(Integer.parseInt(step));
            } else {
                throw new MongoServerError(
                        28, "PathNotViable", "Cannot create field '" + step + "' of '" + path + "' in an element");
            }
        }
        if (value == null && OF_ARRAYS.contains(operator)) {
            throw operator.equals("$pop")
                    ? new MongoServerError(
                            14, "TypeMismatch", "Path '" + path + "' contains an element of non-array type")
                    : Refusals.badValue("Cannot apply " + operator + " to a non-array value");
        }
        if (value == null && OF_NUMBERS.contains(operator)) {
            throw new MongoServerError(14, "TypeMismatch", "Cannot apply " + operator + " to a value of type null");
        }
    }

    private static boolean outside(List<?> list, String place) {
        return place.length() > 9 || Integer.parseInt(place) >= list.size();
    }
}
