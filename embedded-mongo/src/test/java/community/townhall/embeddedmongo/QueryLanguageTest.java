/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import community.townhall.embeddedmongo.test.TestMongo;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What MongoDB's language means where it is not obvious: within arrays, with null, and with what is not a number. */
@Tag("database")
class QueryLanguageTest {

    private MongoClient client;
    private MongoCollection<Document> plain;
    private MongoCollection<Document> indexed;

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestMongo.uri());
        client.getDatabase("language").drop();
        plain = client.getDatabase("language").getCollection("plain");
        indexed = client.getDatabase("language").getCollection("indexed");
        for (String field : List.of("a", "a.b", "a.b.c")) {
            indexed.createIndex(Indexes.ascending(field));
        }
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {a: [4, 3]}                 | {'a.b': null}                            | false
            {a: []}                     | {'a.b': null}                            | false
            {a: [{b: 1}, {}]}           | {'a.b': null}                            | true
            {}                          | {'a.b': null}                            | true
            {a: 1}                      | {'a.b': null}                            | true
            {a: [4, 3]}                 | {'a.b': {$gte: null}}                    | false
            {a: [4, 3]}                 | {'a.b': {$exists: false}}                | true
            {a: [{b: 1}, {}]}           | {'a.b': {$exists: false}}                | false
            {a: [1, 5]}                 | {a: {$gte: 3, $lt: 2}}                   | true
            {a: [1, 5]}                 | {a: {$elemMatch: {$gte: 3, $lt: 5}}}     | false
            {a: [1, 5]}                 | {a: {$not: {$gte: 3, $lt: 2}}}           | false
            {a: [1, 5]}                 | {a: {$ne: 1, $gt: 0}}                    | false
            {a: [[1, 2]]}               | {a: 1}                                   | false
            {a: [[1, 2]]}               | {a: {$in: [1, 7]}}                       | false
            {a: [[1, 2]]}               | {a: {$in: [[1, 2]]}}                     | true
            {a: [[1, 2]]}               | {a: {$nin: [1]}}                         | true
            {a: [[1, 2]]}               | {'a.0': {$size: 2}}                      | true
            {a: [[{b: 5}]]}             | {'a.b': 5}                               | false
            {a: [{b: [{c: 1}]}]}        | {'a.b.c': 1}                             | true
            {a: [5, {'1': 4}]}          | {'a.1': 4}                               | true
            {a: ['x']}                  | {a: {$all: ['x', null]}}                 | false
            {}                          | {a: {$all: [null]}}                      | true
            {a: ['x', 'y']}             | {a: {$all: ['x', 'y']}}                  | true
            {a: ['x']}                  | {a: {$all: []}}                          | false
            {a: {b: 1, c: 2}}           | {a: {c: 2, b: 1}}                        | false
            {a: {b: 1, c: 2}}           | {a: {b: 1.0, c: 2}}                      | true
            {a: {$regularExpression: {pattern: '^a', options: ''}}} | {a: {$regex: '^a'}} | true
            {a: {$regularExpression: {pattern: 'ab', options: ''}}} | {a: {$regex: '^a'}} | false
            {a: NaN}                    | {a: {$lt: 5}}                            | false
            {a: NaN}                    | {a: {$gte: NaN}}                         | true
            {a: 1}                      | {a: {$gte: NaN}}                         | false
            {a: NaN}                    | {a: NaN}                                 | true
            {a: {$numberDecimal: '0.1'}} | {a: 0.1}                                | false
            {a: 1}                      | {a: {$lt: {$maxKey: 1}}}                 | true
            {a: 'x'}                    | {a: {$gt: 1}}                            | false
            """)
    void aDocumentMatches(String document, String query, boolean matches) {
        for (MongoCollection<Document> collection : List.of(plain, indexed)) {
            collection.insertOne(Document.parse(document));
            Document filter = Document.parse(query);
            assertThat(collection.find(filter)).hasSize(matches ? 1 : 0);
            assertThat(collection.countDocuments(filter)).isEqualTo(matches ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'a.b': 1}          | {a: [{b: 1}, [{b: 3}]], _id: 1}
            {'a.b': 0}          | {a: [1, {c: 2}, [{c: 4}, 5]], d: {e: 1}, f: 1, _id: 1}
            {'d.e': 1, _id: 0}  | {d: {e: 1}}
            {'d.x': 1}          | {d: {}, _id: 1}
            {'f.x': 1}          | {_id: 1}
            {a: 0, 'f.x': 0}    | {d: {e: 1}, f: 1, _id: 1}
            {_id: 1}            | {_id: 1}
            """)
    void aProjectionIsOfEachDocumentWithinArrays(String projection, String projected) {
        plain.insertOne(Document.parse("{_id: 1, a: [1, {b: 1, c: 2}, [{b: 3, c: 4}, 5]], d: {e: 1}, f: 1}"));
        assertThat(plain.find().projection(BsonDocument.parse(projection)).first())
                .isEqualTo(Document.parse(projected));
        assertThat(plain.aggregate(List.of(new Document("$count", "n"))).first())
                .containsEntry("n", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {$pull: {a: {$gte: 2}}}                 | [1, {b: 1}, null, 'x']
            {$pull: {a: [2]}}                       | [1, {b: 1}, null, 3, 'x']
            {$pull: {a: {b: 1}}}                    | [1, [2], null, 3, 'x']
            {$pull: {a: {$in: [1, 'x']}}}           | [[2], {b: 1}, null, 3]
            {$pull: {a: null}}                      | [1, [2], {b: 1}, 3, 'x']
            {$pullAll: {a: [1, 3.0, {b: 1}]}}       | [[2], null, 'x']
            {$pull: {a: {$or: [{b: 1}, {b: 2}]}}}   | [1, [2], null, 3, 'x']
            {$pull: {a: 7}}                         | [1, [2], {b: 1}, null, 3, 'x']
            {$pull: {a: 1}, $set: {other: 1}}       | [[2], {b: 1}, null, 3, 'x']
            {$addToSet: {a: 3.0}, $set: {other: 1}} | [1, [2], {b: 1}, null, 3, 'x']
            {$addToSet: {a: {$each: [3.0, 'y', 'y']}}} | [1, [2], {b: 1}, null, 3, 'x', 'y']
            """)
    void anUpdatePullsAndAddsByWhatIsEqual(String update, String left) {
        plain.insertOne(Document.parse("{_id: 1, a: [1, [2], {b: 1}, null, 3, 'x']}"));
        long modified =
                plain.updateOne(Filters.eq(1), BsonDocument.parse(update)).getModifiedCount();
        assertThat(plain.find())
                .singleElement()
                .satisfies(document -> assertThat(document.get("a"))
                        .isEqualTo(Document.parse("{a: " + left + "}").get("a")));
        assertThat(modified).isEqualTo(update.contains("7") ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {$push: {n: 1}}                      | 2
            {$addToSet: {n: 1}}                  | 2
            {$pull: {n: 1}}                      | 2
            {$pop: {n: 1}}                       | 14
            {$inc: {n: 1}}                       | 14
            {$mul: {n: 1}}                       | 14
            {$set: {'t.x': 1}, $inc: {n: 1}}     | 14
            {$set: {'t.x': 1}, $push: {u: 1}}    | 28
            {$mul: {m: 1.5}, $rename: {u: 'l.x'}} | 2
            {$pull: {u: {$wrong: 1}}}            | 2
            {$pull: {u: {$mod: 1}}}              | 2
            """)
    void anUpdateThatDoesNotGoWithADocumentIsRefused(String update, int code) {
        plain.insertOne(Document.parse("{_id: 1, n: null, t: 'x', u: 1, l: []}"));
        assertThatThrownBy(() -> plain.updateOne(Filters.eq(1), BsonDocument.parse(update)))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(code));
        assertThat(plain.find().first()).isEqualTo(Document.parse("{_id: 1, n: null, t: 'x', u: 1, l: []}"));
    }
}
