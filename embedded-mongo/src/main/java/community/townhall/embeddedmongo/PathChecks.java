/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Refuses an update of a document in which a path leads through what has no fields, as MongoDB does. */
final class PathChecks {

    private static final Set<String> OF_ARRAYS = Set.of("$push", "$addToSet", "$pull", "$pullAll", "$pop");
    private static final Set<String> OF_NUMBERS = Set.of("$inc", "$mul");
    private static final String RENAME = "$rename";
    /** These leave alone what they cannot reach. */
    private static final Set<String> LENIENT = Set.of("$unset", "$setOnInsert", RENAME);

    private PathChecks() {}

    /** Whether an update has to be held against the documents: most set fields at the top, and are not read for twice. */
    static boolean areNeeded(Document update) {
        return update.entrySet().stream()
                .anyMatch(operator -> operator.getValue() instanceof Document fields
                        && (operator.getKey().equals(RENAME)
                                || OF_ARRAYS.contains(operator.getKey())
                                || OF_NUMBERS.contains(operator.getKey())
                                || !LENIENT.contains(operator.getKey())
                                        && fields.keySet().stream().anyMatch(path -> path.contains("."))));
    }

    /** In the order of the paths, as MongoDB does: the first that does not go says which error it is. */
    static void check(Document document, Document update) {
        Map<String, String> operators = new TreeMap<>(Comparator.comparing(path -> path.replace('.', '\0')));
        update.forEach((operator, fields) -> {
            if (!LENIENT.contains(operator) && fields instanceof Document paths) {
                paths.keySet().forEach(path -> operators.put(path, operator));
            }
        });
        operators.forEach((path, operator) -> check(operator, path, value(document, path)));
        if (update.get(RENAME) instanceof Document renamed) {
            renamed.forEach((source, target) -> checkRenamed(document, source, String.valueOf(target)));
        }
    }

    /** A field is not moved into an array. */
    private static void checkRenamed(Document document, String source, String target) {
        if (isInDocuments(document, source)
                && FieldPath.of(target).array(document) instanceof List<String> array
                && array.size() < FieldPath.of(target).steps().size()) {
            throw Refusals.badValue("The destination field cannot be an array element, '" + target + "'");
        }
    }

    private static boolean isInDocuments(Document document, String path) {
        @Nullable Object value = document;
        for (String step : path.split("\\.")) {
            if (!(value instanceof Document parent) || !parent.containsKey(step)) {
                return false;
            }
            value = parent.get(step);
        }
        return true;
    }

    private static void check(String operator, String path, @Nullable Object value) {
        if (value instanceof Missing) {
            return;
        }
        if (OF_ARRAYS.contains(operator) && !(value instanceof List)) {
            throw operator.equals("$pop")
                    ? new MongoServerError(
                            14, "TypeMismatch", "Path '" + path + "' contains an element of non-array type")
                    : Refusals.badValue("Cannot apply " + operator + " to a non-array value");
        }
        if (OF_NUMBERS.contains(operator) && !(value instanceof Number)) {
            throw new MongoServerError(
                    14, "TypeMismatch", "Cannot apply " + operator + " to a value of non-numeric type");
        }
    }

    /** @throws MongoServerError when the path leads through what has no fields */
    static @Nullable Object value(Document document, String path) {
        @Nullable Object value = document;
        for (String step : path.split("\\.")) {
            boolean place = step.chars().allMatch(Character::isDigit);
            if (value instanceof Document parent) {
                value = parent.getOrMissing(step);
            } else if (value instanceof List<?> list && place) {
                value = outside(list, step) ? Missing.getInstance() : list.get(Integer.parseInt(step));
            } else {
                throw new MongoServerError(
                        28, "PathNotViable", "Cannot create field '" + step + "' of '" + path + "' in an element");
            }
            if (value instanceof Missing) {
                return value;
            }
        }
        return value;
    }

    private static boolean outside(List<?> list, String place) {
        return place.length() > 9 || Integer.parseInt(place) >= list.size();
    }
}
