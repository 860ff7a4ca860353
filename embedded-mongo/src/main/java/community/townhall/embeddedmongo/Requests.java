/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds commands against what MongoDB takes, before they are carried out. */
final class Requests {

    static final int MOST_LEVELS = 200;

    private static final Set<String> FIND = Set.of(
            "find",
            "filter",
            "sort",
            "projection",
            "hint",
            "skip",
            "limit",
            "batchSize",
            "singleBatch",
            "comment",
            "maxTimeMS",
            "readConcern",
            "max",
            "min",
            "returnKey",
            "showRecordId",
            "tailable",
            "oplogReplay",
            "noCursorTimeout",
            "awaitData",
            "allowPartialResults",
            "collation",
            "allowDiskUse",
            "let");

    private Requests() {}

    static void check(String command, Document request) {
        checkDepth(request, 0);
        switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> find(request);
            case "count" -> {
                collectionName(request, "count");
                selector(request, "query");
                supported(request);
            }
            case "distinct" -> {
                collectionName(request, "distinct");
                typed(request, "key", String.class, true);
                selector(request, "query");
                supported(request);
            }
            case "insert" -> list(request, "documents");
            case "update" -> list(request, "updates");
            case "delete" -> list(request, "deletes").forEach(Requests::delete);
            case "findandmodify" -> findAndModify(request);
            case "aggregate" -> aggregate(request);
            case "createindexes" -> createIndexes(request);
            case "renamecollection" -> rename(request);
            case "getmore" -> {
                typed(request, "getMore", Long.class, true);
                typed(request, "collection", String.class, true);
            }
            case "killcursors" -> {
                if (typed(request, "cursors", Collection.class, true) instanceof Collection<?> cursors
                        && !cursors.stream().allMatch(Long.class::isInstance)) {
                    throw Refusals.typeMismatch("cursors", "array of longs");
                }
            }
            default -> {}
        }
    }

    private static void rename(Document request) {
        typed(request, "renameCollection", String.class, true);
        if (typed(request, "to", String.class, true) instanceof String to
                && (!to.contains(".") || to.endsWith(".") || to.startsWith("."))) {
            throw new MongoServerError(73, "InvalidNamespace", "Invalid target namespace: " + to);
        }
        if (Objects.equals(request.get("renameCollection"), request.get("to"))) {
            throw new MongoServerError(20, "IllegalOperation", "Can't rename a collection to itself");
        }
    }

    private static void checkDepth(@Nullable Object value, int level) {
        if (level > MOST_LEVELS) {
            throw Refusals.tooDeep();
        }
        if (value instanceof Document document) {
            document.values().forEach(field -> checkDepth(field, level + 1));
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(element -> checkDepth(element, level + 1));
        }
    }

    private static void find(Document request) {
        collectionName(request, "find");
        for (String field : request.keySet()) {
            if (!FIND.contains(field) && !isGeneric(field)) {
                throw Refusals.location(40415, "BSON field 'FindCommandRequest." + field + "' is an unknown field.");
            }
        }
        selector(request, "filter");
        for (String field : List.of("limit", "skip", "batchSize")) {
            if (typed(request, field, Number.class, false) instanceof Number number && number.longValue() < 0) {
                throw Refusals.location(
                        51024, "BSON field '" + field + "' value must be >= 0, actual value '" + number + "'");
            }
        }
        if (typed(request, "sort", Document.class, false) instanceof Document sort) {
            sort(sort);
        }
        if (typed(request, "projection", Document.class, false) instanceof Document projection) {
            projection(projection);
        }
        supported(request);
    }

    private static boolean isGeneric(String field) {
        return field.startsWith("$")
                || Set.of("lsid", "txnNumber", "autocommit", "apiVersion").contains(field);
    }

    private static void supported(Document request) {
        if (request.get("collation") instanceof Document collation && !"simple".equals(collation.get("locale"))) {
            throw Refusals.notImplemented("A collation");
        }
        for (String field : List.of("let", "min", "max", "tailable")) {
            if (request.get(field) != null && !Boolean.FALSE.equals(request.get(field))) {
                throw Refusals.notImplemented("'" + field + "'");
            }
        }
    }

    private static void collectionName(Document request, String command) {
        Object name = request.get(command);
        if (!(name instanceof String text)) {
            throw Refusals.badValue("collection name has invalid type");
        }
        if (text.isEmpty()) {
            throw new MongoServerError(73, "InvalidNamespace", "Invalid namespace specified");
        }
    }

    private static @Nullable Object typed(Document request, String field, Class<?> type, boolean required) {
        Object value = request.get(field);
        if (value == null && required) {
            throw request.containsKey(field)
                    ? Refusals.typeMismatch(field, type.getSimpleName())
                    : Refusals.missing(field);
        }
        if (value != null && !type.isInstance(value)) {
            throw Refusals.typeMismatch(field, type.getSimpleName());
        }
        return value;
    }

    private static void selector(Document request, String field) {
        if (typed(request, field, Document.class, false) instanceof Document selector) {
            Selectors.check(selector);
        }
    }

    private static List<Document> list(Document request, String field) {
        Object value = typed(request, field, Collection.class, true);
        List<Document> documents = new ArrayList<>();
        Collection<?> elements = value instanceof Collection<?> given ? given : List.of();
        for (Object element : elements) {
            if (!(element instanceof Document document)) {
                throw Refusals.typeMismatch(field, "object");
            }
            documents.add(document);
        }
        if (documents.isEmpty()) {
            throw Refusals.invalidLength(field);
        }
        return documents;
    }

    private static void delete(Document statement) {
        typed(statement, "q", Document.class, true);
        Object limit = typed(statement, "limit", Number.class, true);
        if (limit instanceof Number number && number.doubleValue() != 0 && number.doubleValue() != 1) {
            throw Refusals.failedToParse("The limit field in delete objects must be 0 or 1. Got " + limit);
        }
        supported(statement);
    }

    private static void findAndModify(Document request) {
        selector(request, "query");
        if (typed(request, "sort", Document.class, false) instanceof Document sort) {
            sort(sort);
        }
        boolean removes = Boolean.TRUE.equals(request.get("remove"));
        Object update = request.get("update");
        if (removes == (update != null)) {
            throw Refusals.failedToParse(
                    removes
                            ? "Cannot specify both an update and remove=true"
                            : "Either an update or remove=true must be specified");
        }
        if (removes && Boolean.TRUE.equals(request.get("upsert"))) {
            throw Refusals.failedToParse("Cannot specify both upsert=true and remove=true");
        }
        if (removes && Boolean.TRUE.equals(request.get("new"))) {
            throw Refusals.failedToParse(
                    "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
        }
        if (update != null) {
            UpdateChecks.check(update, false);
        }
        if (request.get("fields") instanceof Document projection) {
            projection(projection);
        }
        supported(request);
    }

    static void sort(Document sort) {
        for (Map.Entry<String, Object> field : sort.entrySet()) {
            if (!(field.getValue() instanceof Number direction)) {
                throw Refusals.location(15974, "Illegal key in $sort specification: " + field.getKey());
            }
            if (direction.doubleValue() != 1 && direction.doubleValue() != -1) {
                throw Refusals.location(15975, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
            }
            if (FieldPath.of(field.getKey()).isPositional()) {
                throw Refusals.notImplemented("A sort by a place in an array");
            }
        }
    }

    private static void projection(Document projection) {
        List<String> paths = new ArrayList<>();
        Boolean including = null;
        for (Map.Entry<String, Object> field : projection.entrySet()) {
            String path = field.getKey();
            for (String other : paths) {
                if (path.startsWith(other + ".")) {
                    throw Refusals.location(31249, "Path collision at " + path);
                }
                if (other.startsWith(path + ".")) {
                    throw Refusals.location(31250, "Path collision at " + path);
                }
            }
            paths.add(path);
            if (path.endsWith(".$")) {
                throw Refusals.notImplemented("A projection by place");
            }
            if (field.getValue() instanceof Document operators) {
                projectionOperator(operators);
            }
            boolean plain = field.getValue() instanceof Number || field.getValue() instanceof Boolean;
            if (plain && !path.equals(IdIndex.FIELD)) {
                boolean includes = Boolean.TRUE.equals(field.getValue())
                        || (field.getValue() instanceof Number number && number.doubleValue() != 0);
                if (including != null && including != includes) {
                    throw including
                            ? Refusals.location(
                                    31254, "Cannot do exclusion on field " + path + " in inclusion projection")
                            : Refusals.location(
                                    31253, "Cannot do inclusion on field " + path + " in exclusion projection");
                }
                including = includes;
            }
        }
    }

    private static void projectionOperator(Document operators) {
        String operator = operators.keySet().stream().findFirst().orElse("");
        if (!operator.startsWith("$")) {
            throw Refusals.notImplemented("A projection to a value");
        }
        throw Set.of("$slice", "$elemMatch", "$meta").contains(operator)
                ? Refusals.notImplemented("A projection by " + operator)
                : Refusals.location(31325, "Unknown expression " + operator);
    }

    private static void aggregate(Document request) {
        if (!(typed(request, "pipeline", Collection.class, true) instanceof Collection<?> stages)) {
            return;
        }
        boolean first = true;
        for (Object stage : stages) {
            if (!(stage instanceof Document document)) {
                throw Refusals.typeMismatch("pipeline", "array of objects");
            }
            for (String operator : List.of("$lookup", "$graphLookup", "$facet")) {
                if (document.containsKey(operator)) {
                    throw Refusals.notImplemented(operator);
                }
            }
            if (document.get("$limit") instanceof Number limit && limit.longValue() <= 0) {
                throw Refusals.location(15958, "the limit must be positive");
            }
            if (document.get("$match") instanceof Document match) {
                if (!first) {
                    throw Refusals.notImplemented("A $match that is not the first stage");
                }
                Selectors.check(match);
            }
            if (document.get("$sort") instanceof Document sort) {
                sort(sort);
            }
            first = false;
        }
        supported(request);
    }

    private static void createIndexes(Document request) {
        Object given = typed(request, "indexes", Collection.class, true);
        if (given instanceof Collection<?> none && none.isEmpty()) {
            throw Refusals.badValue("Must specify at least one index to create");
        }
        for (Document index : list(request, "indexes")) {
            if (!(index.get("key") instanceof Document key)) {
                throw Refusals.failedToParse("The 'key' field is a required property of an index specification");
            }
            if (!(index.get("name") instanceof String)) {
                throw Refusals.failedToParse("The 'name' field is a required property of an index specification");
            }
            indexKey(key);
            if (index.containsKey("expireAfterSeconds")) {
                expiry(key, index.get("expireAfterSeconds"));
            }
            for (String option : List.of("partialFilterExpression", "collation", "wildcardProjection")) {
                if (index.containsKey(option)) {
                    throw Refusals.notImplemented("An index with '" + option + "'");
                }
            }
        }
    }

    private static void expiry(Document key, @Nullable Object seconds) {
        if (!(seconds instanceof Number number)
                || number.doubleValue() < 0
                || number.doubleValue() > Integer.MAX_VALUE) {
            throw cannotCreate("TTL index 'expireAfterSeconds' option must be a number within 0 and 2147483647");
        }
        if (key.size() > 1) {
            throw cannotCreate("TTL indexes are single-field indexes, compound indexes do not support TTL");
        }
    }

    private static void indexKey(Document key) {
        if (key.isEmpty()) {
            throw cannotCreate("Index keys cannot be empty.");
        }
        for (Map.Entry<String, Object> field : key.entrySet()) {
            if (field.getValue() instanceof String plugin) {
                if (Set.of("text", "hashed", "2d", "2dsphere").contains(plugin)) {
                    throw Refusals.notImplemented("A " + plugin + " index");
                }
                throw cannotCreate("Unknown index plugin '" + plugin + "'");
            }
            if (!(field.getValue() instanceof Number direction) || direction.doubleValue() == 0) {
                throw cannotCreate("Values in v:2 index key pattern cannot be 0 or of that type");
            }
            if (field.getKey().isEmpty()
                    || field.getKey().startsWith(".")
                    || field.getKey().endsWith(".")) {
                throw cannotCreate("Index keys cannot contain an empty field.");
            }
            if (FieldPath.of(field.getKey()).isPositional()) {
                throw Refusals.notImplemented("An index of a place in arrays");
            }
            if (field.getKey().contains("$**")) {
                throw Refusals.notImplemented("A wildcard index");
            }
        }
    }

    private static MongoServerError cannotCreate(String message) {
        return new MongoServerError(67, "CannotCreateIndex", message);
    }
}
