/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateManyModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A collection with indexes answers every query as the same collection without any does, whatever became of it. */
class IndexedQueriesTest {

    private static final List<Document> INDEXES = List.of(
            new Document("a", 1).append("b", 1).append("c", -1),
            new Document("a", 1).append("c", -1),
            new Document("b", -1),
            new Document("t", 1).append("b", -1),
            new Document("t", -1),
            new Document("d.x", 1).append("_id", 1),
            new Document("e.x", 1).append("c", 1),
            new Document("e.x", -1).append("e.y", 1));
    private static final List<String> FIELDS = List.of("a", "b", "c", "t", "d.x", "e.x", "e.y", "u", "s", "_id");

    @TempDir
    Path folder;

    private Random random = new Random();
    private int made;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameAsAFullScan(long seed) throws StoreException {
        random = new Random(seed);
        for (int life = 0; life < 2; life++) {
            try (EmbeddedMongo server = EmbeddedMongo.startUnforced(folder, _ -> {});
                    MongoClient client = MongoClients.create(server.uri())) {
                MongoCollection<Document> indexed = client.getDatabase("test").getCollection("indexed");
                MongoCollection<Document> plain = client.getDatabase("test").getCollection("plain");
                live(indexed, plain);
            }
        }
    }

    private void live(MongoCollection<Document> indexed, MongoCollection<Document> plain) {
        INDEXES.subList(0, 4).forEach(indexed::createIndex);
        indexed.createIndex(new Document("u", 1).append("a", -1), new IndexOptions().unique(true));
        indexed.createIndex(new Document("s", 1), new IndexOptions().sparse(true));
        for (int round = 0; round < 12; round++) {
            if (round == 4) {
                INDEXES.forEach(indexed::createIndex);
            }
            if (round == 9) {
                indexed.dropIndex(INDEXES.get(0));
            }
            List<Consumer<MongoCollection<Document>>> changes = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                changes.add(change());
            }
            for (Consumer<MongoCollection<Document>> change : changes) {
                change.accept(indexed);
                change.accept(plain);
            }
            for (int i = 0; i < 20; i++) {
                compare(indexed, plain);
            }
        }
    }

    private Consumer<MongoCollection<Document>> change() {
        Document id = new Document("_id", "id" + random.nextInt(made + 1));
        Document update = update();
        Document query = query();
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> {
                List<Document> documents = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    documents.add(document());
                }
                yield collection -> collection.insertMany(documents);
            }
            case 4 -> collection -> collection.updateOne(id, update);
            case 5 -> collection -> collection.updateMany(query, update);
            case 6 ->
                collection -> collection.findOneAndUpdate(
                        query, update, new FindOneAndUpdateOptions().sort(new Document("b", 1).append("_id", -1)));
            case 7 -> collection -> collection.deleteOne(id);
            default -> {
                Document other = new Document(document());
                other.put("_id", "id" + random.nextInt(made + 1));
                Document gone = new Document("a", random.nextInt(4)).append("b", random.nextInt(6));
                yield collection -> collection.bulkWrite(List.of(
                        new ReplaceOneModel<>(new Document("_id", other.get("_id")), other),
                        new UpdateManyModel<>(query, update),
                        new DeleteManyModel<>(gone)));
            }
        };
    }

    private Document update() {
        return switch (random.nextInt(5)) {
            case 0 -> new Document("$set", new Document("b", scalar()).append("c", scalar()));
            case 1 -> new Document("$unset", new Document("a", "").append("s", ""));
            case 2 -> new Document("$push", new Document("e", element()));
            case 3 -> new Document("$set", new Document("t", tags()).append("s", scalar()));
            default -> new Document("$set", new Document("d.x", scalar()).append("n", random.nextInt()));
        };
    }

    private Document document() {
        Document document = new Document("_id", "id" + made).append("u", made++);
        for (String field : List.of("a", "b", "c", "s")) {
            if (random.nextInt(5) > 0) {
                document.append(field, scalar());
            }
        }
        if (random.nextInt(6) > 0) {
            document.append("t", tags());
        }
        if (random.nextInt(4) > 0) {
            document.append("d", element());
        }
        List<Document> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(element());
        }
        return document.append("e", elements);
    }

    private Document element() {
        Document element = new Document();
        if (random.nextInt(5) > 0) {
            element.append("x", scalar());
        }
        return element.append("y", scalar());
    }

    private @Nullable Object tags() {
        if (random.nextInt(5) == 0) {
            return scalar();
        }
        List<@Nullable Object> tags = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(scalar());
        }
        return tags;
    }

    private @Nullable Object scalar() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> (long) random.nextInt(6);
            case 2 -> random.nextInt(12) / 2.0;
            case 3, 4 -> "s" + random.nextInt(5);
            case 5 -> random.nextBoolean();
            case 6 -> new Date(1000L * random.nextInt(5));
            default -> random.nextInt(6);
        };
    }

    private String field() {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }

    private Document query() {
        Document query = new Document();
        for (int i = random.nextInt(4); i > 0; i--) {
            String field = field();
            query.append(field, condition(field));
        }
        if (random.nextInt(6) == 0) {
            String field = field();
            query.append(
                    "$or",
                    List.of(
                            new Document(field, new Document("$gt", value(field))),
                            new Document(field, value(field)).append("_id", new Document("$lt", value("_id")))));
        }
        if (random.nextInt(8) == 0) {
            String field = field();
            query.append(
                    "$and",
                    List.of(
                            new Document(field, new Document("$gte", value(field))),
                            new Document(field, new Document("$lt", value(field)))));
        }
        return query;
    }

    private @Nullable Object value(String field) {
        return switch (field) {
            case "_id" -> "id" + random.nextInt(made + 1);
            case "u" -> random.nextInt(made + 1);
            default -> scalar();
        };
    }

    private @Nullable Object condition(String field) {
        return switch (random.nextInt(12)) {
            case 0 -> new Document("$gt", value(field));
            case 1 -> new Document("$gte", value(field)).append("$lt", value(field));
            case 2 -> new Document("$lte", value(field));
            case 3 -> {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    values.add(value(field));
                }
                yield new Document("$in", values);
            }
            case 4 -> new Document("$ne", value(field));
            case 5 -> new Document("$exists", random.nextBoolean());
            case 6 -> new Document("$gte", value(field)).append("$ne", value(field));
            default -> value(field);
        };
    }

    private Document sort() {
        Document sort = new Document();
        for (int i = random.nextInt(4); i > 0; i--) {
            sort.append(field(), random.nextBoolean() ? 1 : -1);
        }
        return sort;
    }

    private void compare(MongoCollection<Document> indexed, MongoCollection<Document> plain) {
        Document query = query();
        Document sort = sort();
        String asked = query.toJson() + " sorted by " + sort.toJson();
        List<Document> all = plain.find(query).sort(sort).into(new ArrayList<>());
        List<Document> found = indexed.find(query).sort(sort).into(new ArrayList<>());
        assertThat(new HashSet<>(found)).as(asked).isEqualTo(new HashSet<>(all));
        assertThat(found).as(asked).hasSameSizeAs(all);
        assertThat(indexed.countDocuments(query)).as("count of %s", asked).isEqualTo(all.size());

        // With the id in it a sort leaves nothing open, so that pages must be the same.
        sort.putIfAbsent("_id", random.nextBoolean() ? 1 : -1);
        int skip = random.nextInt(3) == 0 ? random.nextInt(10) : 0;
        int limit = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(10);
        String page = "%s and then by id, skip %d, limit %d".formatted(asked, skip, limit);
        assertThat(page(indexed, query, sort, skip, limit)).as(page).isEqualTo(page(plain, query, sort, skip, limit));
        List<Document> pipeline =
                List.of(new Document("$match", query), new Document("$sort", sort), new Document("$limit", limit + 1));
        assertThat(indexed.aggregate(pipeline).into(new ArrayList<>()))
                .as("pipeline of %s", page)
                .isEqualTo(plain.aggregate(pipeline).into(new ArrayList<>()));
    }

    private static List<Document> page(
            MongoCollection<Document> collection, Document query, Document sort, int skip, int limit) {
        FindIterable<Document> found =
                collection.find(query).sort(sort).skip(skip).limit(limit).batchSize(7);
        return found.into(new ArrayList<>());
    }
}
