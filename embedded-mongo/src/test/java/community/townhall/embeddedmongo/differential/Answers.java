/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** What a server answers, without what may differ: times, ids of cursors, words of errors, the order of what was not sorted. */
final class Answers {

    /** With this code the embedded server says that it does not do what MongoDB does. */
    static final int NOT_IMPLEMENTED = 238;

    /** By how much a document is too large decides where MongoDB finds out. */
    private static final int TOO_LARGE_TO_BUILD = 10334;

    private static final int TOO_LARGE = 17419;

    private Answers() {}

    static String of(MongoClient client, MongoDatabase database, Document command) {
        try {
            BsonDocument answer = command.containsKey("renameCollection")
                    ? client.getDatabase("admin").runCommand(qualified(database, command), BsonDocument.class)
                    : database.runCommand(command, BsonDocument.class);
            return normalised(database, command, answer).toJson();
        } catch (MongoCommandException e) {
            return "error " + (e.getErrorCode() == TOO_LARGE_TO_BUILD ? TOO_LARGE : e.getErrorCode());
        } catch (MongoClientException | BsonMaximumSizeExceededException e) {
            return "the driver refuses it";
        }
    }

    /** Of all commands this one has the database in its arguments. */
    private static Document qualified(MongoDatabase database, Document command) {
        Document qualified = new Document(command);
        for (String name : List.of("renameCollection", "to")) {
            qualified.computeIfPresent(
                    name,
                    (_, collection) ->
                            collection instanceof String ? database.getName() + "." + collection : collection);
        }
        return qualified;
    }

    private static BsonDocument normalised(MongoDatabase database, Document command, BsonDocument answer) {
        BsonDocument normalised = new BsonDocument();
        for (String field : List.of(
                "n",
                "nModified",
                "upserted",
                "nIndexesWas",
                "numIndexesBefore",
                "numIndexesAfter",
                "cursorsKilled",
                "cursorsNotFound",
                "cursorsAlive",
                "cursorsUnknown")) {
            if (answer.containsKey(field)) {
                normalised.put(field, answer.get(field));
            }
        }
        if (answer.containsKey("writeErrors")) {
            BsonArray errors = new BsonArray();
            for (BsonValue error : answer.getArray("writeErrors")) {
                BsonDocument document = error.asDocument();
                errors.add(new BsonDocument("index", document.get("index"))
                        .append("code", document.getOrDefault("code", BsonNull.VALUE)));
            }
            normalised.put("writeErrors", errors);
        }
        if (answer.containsKey("value")) {
            normalised.put("value", sorted(answer.get("value")));
        }
        if (answer.containsKey("values")) {
            normalised.put("values", sorted(answer.get("values")));
        }
        if (answer.containsKey("cursor")) {
            List<BsonValue> documents = documents(database, command, answer.getDocument("cursor"));
            normalised.put(
                    "documents",
                    new BsonArray(documents.stream().map(Answers::sorted).toList()));
        }
        return normalised;
    }

    private static List<BsonValue> documents(MongoDatabase database, Document command, BsonDocument cursor) {
        List<BsonValue> documents = new ArrayList<>(cursor.getArray("firstBatch"));
        long id = cursor.getNumber("id").longValue();
        while (id != 0) {
            Document more = new Document("getMore", id)
                    .append(
                            "collection",
                            command.getString(command.keySet().iterator().next()));
            if (command.containsKey("batchSize")) {
                more.append("batchSize", command.get("batchSize"));
            }
            BsonDocument next = database.runCommand(more, BsonDocument.class).getDocument("cursor");
            documents.addAll(next.getArray("nextBatch"));
            id = next.getNumber("id").longValue();
        }
        if (command.containsKey("listCollections")) {
            documents = new ArrayList<>(documents.stream()
                    .map(document -> (BsonValue)
                            new BsonDocument("name", document.asDocument().get("name")))
                    .toList());
        }
        if (command.containsKey("listIndexes")) {
            documents.forEach(Answers::withoutDefaults);
        }
        documents.replaceAll(Answers::sorted);
        if (!command.containsKey("find") || !command.containsKey("sort")) {
            documents.sort(Comparator.comparing(BsonValue::toString));
        }
        return documents;
    }

    /** The order of a document's fields is not compared: MongoDB keeps that of a replacement. */
    private static BsonValue sorted(BsonValue value) {
        if (value.isArray()) {
            return new BsonArray(value.asArray().stream().map(Answers::sorted).toList());
        }
        if (!value.isDocument()) {
            return value;
        }
        BsonDocument sorted = new BsonDocument();
        new TreeMap<>(value.asDocument()).forEach((field, part) -> sorted.put(field, sorted(part)));
        return sorted;
    }

    private static void withoutDefaults(BsonValue index) {
        BsonDocument document = index.asDocument();
        document.remove("ns");
        if (document.containsKey("unique") && !document.getBoolean("unique").getValue()) {
            document.remove("unique");
        }
    }

    /** All that is in a database, to be compared after the last command. */
    static List<String> contents(MongoDatabase database) {
        List<String> contents = new ArrayList<>();
        for (String name : database.listCollectionNames().into(new ArrayList<>()).stream()
                .sorted()
                .toList()) {
            contents.add(name);
            database
                    .getCollection(name, RawBsonDocument.class)
                    .find()
                    .map(document -> sorted(document).toString())
                    .into(new ArrayList<>())
                    .stream()
                    .sorted()
                    .forEach(contents::add);
            database
                    .getCollection(name)
                    .listIndexes()
                    .map(index -> index.getString("name"))
                    .into(new ArrayList<>())
                    .stream()
                    .sorted()
                    .forEach(contents::add);
        }
        return contents;
    }
}
