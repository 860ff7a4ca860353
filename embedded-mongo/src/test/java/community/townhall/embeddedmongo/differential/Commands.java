/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Random commands: such as the services send, and such as nobody should. */
final class Commands {

    private static final List<String> COMPARISONS = List.of("$eq", "$gt", "$gte", "$lt", "$lte", "$ne");

    private final Values values;

    Commands(Random random) {
        this.values = new Values(random);
    }

    Document next() {
        return values.oneIn(12) ? hostile() : plain();
    }

    private String collection() {
        return values.oneIn(8) ? "others" : "things";
    }

    private Document plain() {
        return switch (values.number(24)) {
            case 0, 1, 2, 3, 4 -> insert();
            case 5, 6, 7, 8 -> update();
            case 9, 10 -> delete();
            case 11, 12 -> findAndModify();
            case 13, 14, 15, 16, 17 -> find();
            case 18 -> count();
            case 19 -> distinct();
            case 20, 21 -> aggregate();
            case 22 -> createIndexes();
            default ->
                values.from(
                        () -> new Document("dropIndexes", collection()).append("index", indexName()),
                        () -> new Document("drop", collection()),
                        () -> new Document("listIndexes", collection()),
                        () -> new Document("create", collection()),
                        this::rename,
                        () -> values.oneIn(4) ? large() : rename(),
                        () -> new Document("listCollections", 1).append("nameOnly", true));
        };
    }

    private Document rename() {
        return new Document("renameCollection", collection())
                .append("to", values.oneOf(List.of("things", "others", "renamed")))
                .append("dropTarget", values.oneIn(2));
    }

    /** Two of these in one document are more than it may hold. */
    private Document large() {
        String half = "x".repeat(9 << 20);
        return values.from(
                () -> new Document("insert", collection())
                        .append("documents", List.of(new Document("_id", values.id()).append(values.field(), half))),
                () -> new Document("update", collection())
                        .append(
                                "updates",
                                List.of(new Document("q", new Document("_id", values.id()))
                                        .append("u", new Document("$set", new Document(values.field(), half)))
                                        .append("upsert", true))),
                () -> new Document("findAndModify", collection())
                        .append("query", new Document("_id", values.id()))
                        .append("update", new Document("$push", new Document(values.field(), half))));
    }

    private Document insert() {
        List<Document> documents = IntStream.rangeClosed(0, values.number(3))
                .mapToObj(_ -> values.stored())
                .toList();
        return new Document("insert", collection())
                .append("documents", documents)
                .append("ordered", !values.oneIn(3));
    }

    /** Several statements only by ids, so that each finds the same document on both servers. */
    private Document update() {
        List<Document> updates = new ArrayList<>();
        boolean byId = values.oneIn(2);
        for (int i = byId ? values.number(3) : 0; i >= 0; i--) {
            boolean replaces = values.oneIn(6);
            Document update = new Document("q", selector()).append("u", replaces ? values.document(2) : changes());
            if (!replaces && values.oneIn(3)) {
                update.append("multi", true);
            }
            if (byId) {
                update.put("q", selector().append("_id", values.id()));
                if (values.oneIn(2)) {
                    update.put("q", new Document("_id", values.id()));
                    update.put("upsert", true);
                }
            }
            updates.add(update);
        }
        return new Document("update", collection()).append("updates", updates).append("ordered", !values.oneIn(3));
    }

    private Document changes() {
        Document changes = new Document();
        for (int i = values.number(2); i >= 0; i--) {
            switch (values.number(14)) {
                case 0, 1, 2, 3 -> changes.put("$set", new Document(values.path(), values.value(1)));
                case 4 -> changes.put("$inc", new Document(values.path(), values.number(5) - 1));
                case 5 -> changes.put("$unset", new Document(values.path(), ""));
                case 6 -> changes.put("$setOnInsert", new Document(values.field(), values.value(1)));
                case 7 -> changes.put("$push", new Document(values.path(), pushed()));
                case 8 -> changes.put("$pull", new Document(values.path(), pulled()));
                case 9 -> changes.put("$addToSet", new Document(values.path(), values.scalar()));
                case 10 -> changes.put(values.oneIn(2) ? "$max" : "$min", new Document(values.path(), values.scalar()));
                case 11 -> changes.put("$pop", new Document(values.path(), values.oneIn(2) ? 1 : -1));
                case 12 -> changes.put("$mul", new Document(values.path(), values.number(5) / 2.0));
                default ->
                    changes.put("$rename", new Document(values.path(), values.oneIn(3) ? values.path() : "renamed"));
            }
        }
        return changes;
    }

    private @Nullable Object pushed() {
        if (values.oneIn(2)) {
            return values.value(1);
        }
        Document each = new Document("$each", values.array(0));
        if (values.oneIn(2)) {
            each.append("$slice", values.number(7) - 3);
        }
        if (values.oneIn(4)) {
            each.append("$position", values.number(3));
        }
        return each;
    }

    private @Nullable Object pulled() {
        return switch (values.number(4)) {
            case 0 -> values.scalar();
            case 1 -> new Document("$in", values.array(0));
            case 2 -> new Document("$gte", values.number(4));
            default -> new Document(values.field(), values.scalar());
        };
    }

    private Document delete() {
        return new Document("delete", collection())
                .append("deletes", List.of(new Document("q", selector()).append("limit", values.oneIn(3) ? 0 : 1)));
    }

    private Document findAndModify() {
        Document command = new Document("findAndModify", collection())
                .append("query", selector())
                .append("sort", new Document("_id", values.oneIn(2) ? 1 : -1));
        if (values.oneIn(5)) {
            return command.append("remove", true);
        }
        command.append("update", changes());
        if (values.oneIn(2)) {
            command.append("new", true);
        }
        if (values.oneIn(4)) {
            command.append("query", new Document("_id", values.id())).append("upsert", true);
        }
        if (values.oneIn(4)) {
            command.append("fields", new Document(values.field(), 1));
        }
        return command;
    }

    private Document find() {
        Document command = new Document("find", collection()).append("filter", selector());
        Document sort = new Document();
        if (values.oneIn(2)) {
            sort.append(values.path(), values.oneIn(2) ? 1 : -1);
        }
        sort.append("_id", values.oneIn(2) ? 1 : -1);
        command.append("sort", sort);
        if (values.oneIn(2)) {
            command.append("limit", values.number(5));
        }
        if (values.oneIn(5)) {
            command.append("skip", values.number(4));
        }
        if (values.oneIn(4)) {
            command.append("projection", projection());
        }
        if (values.oneIn(5)) {
            command.append("batchSize", values.number(5));
        }
        return command;
    }

    private Document projection() {
        int kind = values.oneIn(2) ? 1 : 0;
        Document projection = new Document();
        for (int i = values.number(2); i >= 0; i--) {
            projection.put(values.oneIn(4) ? values.field() + "." + values.field() : values.field(), kind);
        }
        if (values.oneIn(4)) {
            projection.put("_id", 0);
        }
        if (values.oneIn(8)) {
            projection.put(
                    values.field() + "x",
                    new Document(
                            values.oneOf(List.of("$slice", "$elemMatch", "$wrong")),
                            values.from(() -> 1, () -> -2, () -> List.of(1, 2), () -> new Document("$gte", 1))));
        }
        return projection;
    }

    private Document count() {
        return new Document("count", collection()).append("query", selector());
    }

    private Document distinct() {
        return new Document("distinct", collection())
                .append("key", values.path())
                .append("query", selector());
    }

    Document selector() {
        Document selector = new Document();
        for (int i = values.number(3); i > 0; i--) {
            switch (values.number(12)) {
                case 0 -> selector.append("$or", List.of(condition(), condition()));
                case 1 -> selector.append("$and", List.of(condition(), condition()));
                case 2 -> selector.append("_id", new Document("$in", List.of(values.id(), values.id())));
                case 3, 4 -> selector.append("_id", values.id());
                case 5 -> selector.append("$nor", List.of(condition()));
                default -> selector.putAll(condition());
            }
        }
        return selector;
    }

    private Document condition() {
        String path = values.path();
        return new Document(
                path,
                switch (values.number(16)) {
                    case 0 -> new Document("$exists", values.oneIn(2));
                    case 1 -> new Document("$in", values.array(0));
                    case 2 -> new Document("$nin", values.array(0));
                    case 3 -> new Document("$not", new Document("$gt", values.scalar()));
                    case 4 -> new Document("$size", values.number(3));
                    case 5 -> new Document("$all", values.array(0));
                    case 6 -> new Document("$elemMatch", new Document("$gte", values.number(3)));
                    case 7 -> new Document("$elemMatch", new Document(values.field(), values.scalar()));
                    case 8 ->
                        new Document(
                                "$type", values.oneOf(List.of("string", "int", "array", "object", "null", "date")));
                    case 9 -> new Document("$gte", values.scalar()).append("$lt", values.scalar());
                    case 10 -> values.value(1);
                    case 11 -> new Document("$regex", "^a");
                    case 12, 13 -> new Document(values.oneOf(COMPARISONS), values.scalar());
                    default -> values.scalar();
                });
    }

    private Document aggregate() {
        List<Document> pipeline = new ArrayList<>();
        if (!values.oneIn(4)) {
            pipeline.add(new Document("$match", selector()));
        }
        switch (values.number(6)) {
            case 0 ->
                pipeline.add(new Document(
                        "$group", new Document("_id", "$" + values.field()).append("n", new Document("$sum", 1))));
            case 1 ->
                pipeline.add(new Document(
                        "$group",
                        new Document("_id", null)
                                .append("n", new Document("$sum", "$a"))
                                .append("most", new Document("$max", "$b"))));
            case 2 -> pipeline.add(new Document("$count", "n"));
            case 3 -> {
                pipeline.add(new Document("$unwind", "$" + values.field()));
                pipeline.add(new Document("$sort", new Document("_id", 1)));
            }
            case 4 -> {
                pipeline.add(new Document("$sort", new Document(values.field(), 1).append("_id", -1)));
                pipeline.add(new Document("$limit", 1 + values.number(4)));
            }
            default -> pipeline.add(new Document("$project", new Document(values.field(), 1)));
        }
        return new Document("aggregate", collection())
                .append("pipeline", pipeline)
                .append("cursor", new Document());
    }

    private Document createIndexes() {
        Document key = new Document(values.path(), values.oneIn(2) ? 1 : -1);
        if (values.oneIn(2)) {
            key.append(values.field(), values.oneIn(2) ? 1 : -1);
        }
        Document index = new Document("key", key).append("name", indexName());
        if (values.oneIn(3)) {
            index.append("unique", true);
        }
        if (values.oneIn(4)) {
            index.append("sparse", true);
        }
        if (values.oneIn(8)) {
            index.append(
                    "expireAfterSeconds",
                    values.from(() -> 1_000_000_000, () -> 0, () -> -1, () -> "soon", () -> 1L << 40));
        }
        return new Document("createIndexes", collection()).append("indexes", List.of(index));
    }

    private String indexName() {
        return "index" + values.number(4);
    }

    Document hostile() {
        String collection = collection();
        Document deep = new Document("a", 1);
        for (int i = 0; i < 250; i++) {
            deep = new Document("a", deep);
        }
        Document tooDeep = deep;
        return values.from(
                () -> new Document("find", collection).append("filter", new Document("a", new Document("$wrong", 1))),
                () -> new Document("find", collection).append("filter", new Document("$wrong", 1)),
                () -> new Document("find", collection).append("filter", "text"),
                () -> new Document("find", collection).append("limit", -3),
                () -> new Document("find", collection).append("skip", -1),
                () -> new Document("find", collection).append("limit", "many"),
                () -> new Document("find", collection).append("sort", new Document("a", 5)),
                () -> new Document("find", collection).append("sort", new Document("a", "up")),
                () -> new Document("find", collection).append("projection", new Document("a", 1).append("b", 0)),
                () -> new Document("find", collection).append("unknownOption", 1),
                () -> new Document("find", 5),
                () -> new Document("find", ""),
                () -> new Document("find", collection).append("filter", new Document("a", new Document("$in", 5))),
                () -> new Document("find", collection).append("filter", new Document("$or", List.of())),
                () -> new Document("find", collection).append("filter", new Document("$or", 7)),
                () -> new Document("find", collection).append("filter", new Document("a", new Document("$size", -1))),
                () -> new Document("find", collection).append("filter", new Document("a", new Document("$regex", "("))),
                () -> new Document("insert", collection),
                () -> new Document("insert", collection).append("documents", List.of()),
                () -> new Document("insert", collection).append("documents", "none"),
                () -> new Document("insert", collection).append("documents", List.of(tooDeep)),
                () -> new Document("insert", collection).append("documents", List.of(new Document("_id", List.of(1)))),
                () -> new Document("insert", collection)
                        .append("documents", List.of(new Document("_id", new Document("$a", 1)))),
                () -> new Document("update", collection).append("updates", List.of()),
                () -> updateOf(collection, new Document("$wrong", new Document("a", 1))),
                () -> updateOf(collection, new Document("$set", 5)),
                () -> updateOf(collection, new Document("$set", new Document())),
                () -> updateOf(collection, new Document("$set", new Document("_id", "other"))),
                () -> updateOf(collection, new Document("$unset", new Document("_id", ""))),
                () -> updateOf(collection, new Document("$inc", new Document("a", "one"))),
                () -> updateOf(
                        collection, new Document("$set", new Document("a", 1)).append("$inc", new Document("a", 1))),
                () -> updateOf(
                        collection,
                        new Document("$set", new Document("a", 1)).append("$unset", new Document("a.b", 1))),
                () -> updateOf(collection, new Document("$set", new Document("a..b", 1))),
                () -> updateOf(collection, new Document("$set", new Document("a.", 1))),
                () -> updateOf(collection, new Document("$set", new Document("", 1))),
                () -> updateOf(collection, new Document("$push", new Document("a", new Document("$each", 3)))),
                () -> updateOf(collection, new Document("a", 1).append("$set", new Document("b", 1))),
                () -> updateOf(collection, new Document("$set", new Document("a.$[x]", 1))),
                () -> updateOf(collection, new Document("$set", new Document("a.$", 1))),
                () -> new Document("update", collection)
                        .append(
                                "updates",
                                List.of(new Document("q", new Document())
                                        .append("u", new Document("a", 1))
                                        .append("multi", true))),
                () -> new Document("delete", collection).append("deletes", List.of(new Document("q", new Document()))),
                () -> new Document("delete", collection)
                        .append("deletes", List.of(new Document("q", new Document()).append("limit", 5))),
                () -> new Document("findAndModify", collection).append("query", new Document()),
                () -> new Document("findAndModify", collection)
                        .append("query", new Document())
                        .append("remove", true)
                        .append("update", new Document("$set", new Document("a", 1))),
                () -> new Document("aggregate", collection).append("pipeline", List.of()),
                () -> new Document("aggregate", collection)
                        .append("pipeline", List.of(new Document("$wrong", 1)))
                        .append("cursor", new Document()),
                () -> new Document("aggregate", collection)
                        .append("pipeline", List.of(new Document("$limit", 0)))
                        .append("cursor", new Document()),
                () -> new Document("aggregate", collection)
                        .append("pipeline", 3)
                        .append("cursor", new Document()),
                () -> new Document("createIndexes", collection).append("indexes", List.of()),
                () -> new Document("createIndexes", collection)
                        .append("indexes", List.of(new Document("key", new Document("a", 1)))),
                () -> new Document("createIndexes", collection)
                        .append("indexes", List.of(new Document("key", new Document()).append("name", "none"))),
                () -> new Document("createIndexes", collection)
                        .append("indexes", List.of(new Document("key", new Document("a", 0)).append("name", "zero"))),
                () -> new Document("createIndexes", collection)
                        .append(
                                "indexes",
                                List.of(new Document("key", new Document("a", "wrong")).append("name", "w"))),
                () -> new Document("dropIndexes", collection).append("index", "_id_"),
                () -> new Document("dropIndexes", collection).append("index", "missing"),
                () -> new Document("drop", "missing"),
                () -> new Document("getMore", 12345L).append("collection", collection),
                () -> new Document("getMore", "one").append("collection", collection),
                () -> new Document("getMore", 12345L),
                () -> new Document("killCursors", collection).append("cursors", List.of(12345L)),
                () -> new Document("killCursors", collection).append("cursors", List.of("one")),
                () -> new Document("killCursors", collection),
                () -> new Document("find", collection).append("batchSize", -1),
                () -> new Document("find", collection).append("batchSize", "many"),
                () -> new Document("renameCollection", collection),
                () -> new Document("renameCollection", collection).append("to", 5),
                () -> new Document("renameCollection", collection).append("to", ""),
                () -> new Document("renameCollection", collection).append("to", collection),
                () -> updateOf(collection, new Document("$rename", new Document("a", "a"))),
                () -> updateOf(collection, new Document("$rename", new Document("a", 5))),
                () -> updateOf(collection, new Document("$rename", new Document("a", "a.b"))),
                () -> updateOf(collection, new Document("$rename", new Document("_id", "b"))),
                () -> updateOf(collection, new Document("$rename", new Document("a", "b$"))),
                () -> updateOf(
                        collection,
                        new Document(
                                "$push", new Document("a", new Document("$each", List.of()).append("$slice", "x")))),
                () -> updateOf(
                        collection,
                        new Document("$push", new Document("a", new Document("$each", List.of()).append("$sort", 5)))),
                () -> updateOf(collection, new Document("$currentDate", new Document("a", 5))),
                () -> updateOf(collection, new Document("$mul", new Document("a", "x"))),
                () -> updateOf(collection, new Document("$pullAll", new Document("a", 5))),
                () -> updateOf(collection, new Document("$set", new Document("a.$[e]", 1))),
                () -> new Document("noSuchCommand", 1),
                () -> new Document("count", collection).append("query", 5),
                () -> new Document("distinct", collection).append("key", 5),
                () -> new Document("distinct", collection));
    }

    private Document updateOf(String collection, Document change) {
        return new Document("update", collection)
                .append("updates", List.of(new Document("q", new Document("_id", values.id())).append("u", change)));
    }
}
