/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/**
 * Documents that are counted under something, each of which says what of it is counted: so that one more costs what the
 * first did, and none is counted twice.
 *
 * <p>A document that changes what it counts for is written with the field {@code uncounted}, which names what it stands
 * under, and {@code baseline}, what it counted for before by the releases that recounted all. Whoever keeps the count takes
 * up those that are uncounted, writes the count with what it took up, and then marks them {@code counted}. Neither mark
 * touches the document's version or any other field.
 */
public final class CountedDocuments {

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String COUNTER = "counter";
    private static final String BASELINE = "baseline";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoOperations mongo;
    private final String collection;
    private final String under;
    private final String uncounted;
    private final String counted;
    private final Function<Document, @Nullable String> counter;
    private final Bson fields;

    /**
     * @param under the field that says what a document stands under
     * @param uncounted the field that says the same until it is counted
     * @param counted the field that says what of it is counted
     * @param counter what a document counts for, nothing when it does not
     * @param read the fields that the counter looks at
     */
    public CountedDocuments(
            MongoOperations mongo,
            String collection,
            String under,
            String uncounted,
            String counted,
            Function<Document, @Nullable String> counter,
            String... read) {
        this.mongo = mongo;
        this.collection = collection;
        this.under = under;
        this.uncounted = uncounted;
        this.counted = counted;
        this.counter = counter;
        this.fields =
                Projections.include(Stream.concat(Stream.of(VERSION, BASELINE, uncounted, counted), Stream.of(read))
                        .toList());
        mongo.indexOps(collection)
                .createIndex(new Index(uncounted, Sort.Direction.ASC)
                        .named(uncounted)
                        .sparse()); // alone: with the id beside it, it would hold every document
        mongo.indexOps(collection)
                .createIndex(new Index(under, Sort.Direction.ASC)
                        .on(ID, Sort.Direction.ASC)
                        .named(under + "-page"));
    }

    /** What a document counted for at one of its versions; a {@code counter} that is absent counts for nothing. */
    public record Mark(long version, @Nullable String counter) {}

    /**
     * A document as it stands.
     *
     * @param now what it counts for
     * @param counted what of it is counted, as far as it says itself
     * @param waits whether it is still to be counted
     */
    public record Seen(String id, Mark now, Mark counted, boolean waits) {}

    /** Those under it that are still to be counted, some at most. */
    public List<Seen> uncounted(String target, int limit) {
        return call(all -> all.find(Filters.eq(uncounted, target))
                .projection(fields)
                .limit(limit)
                .map(this::seen)
                .into(new ArrayList<>()));
    }

    /** All under it, by id. */
    public List<Seen> page(String target, @Nullable String after, int limit) {
        Bson all = Filters.eq(under, target);
        return call(documents -> documents
                .find(after == null ? all : Filters.and(all, Filters.gt(ID, after)))
                .projection(fields)
                .sort(Sorts.ascending(ID))
                .limit(limit)
                .map(this::seen)
                .into(new ArrayList<>()));
    }

    /**
     * Some that are still to be counted, whatever they stand under.
     *
     * @param field what is read of each, beside what it stands under
     */
    public Map<String, String> waiting(String field, int limit) {
        Map<String, String> byTarget = new HashMap<>();
        call(all -> all.find(Filters.gt(uncounted, ""))
                        .projection(Projections.include(uncounted, field))
                        .limit(limit)
                        .into(new ArrayList<>()))
                .forEach(document -> byTarget.put(document.getString(uncounted), document.getString(field)));
        return byTarget;
    }

    /** Notes that these are counted; what is noted of a later version stays. */
    public void mark(Map<String, Mark> marks) {
        if (marks.isEmpty()) {
            return;
        }
        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        marks.forEach((id, mark) -> {
            writes.add(new UpdateOneModel<>(
                    Filters.and(Filters.eq(ID, id), Filters.not(Filters.gte(counted + "." + VERSION, mark.version()))),
                    Updates.set(counted, document(mark))));
            writes.add(new UpdateOneModel<>(
                    Filters.and(Filters.eq(ID, id), Filters.eq(VERSION, mark.version())), Updates.unset(uncounted)));
        });
        call(all -> all.bulkWrite(writes, UNORDERED));
    }

    /** Has a document counted that changed without saying so, as those do that an earlier release writes. */
    public void letWait(String id, long version, String target) {
        call(all -> all.updateOne(
                Filters.and(Filters.eq(ID, id), Filters.eq(VERSION, version)), Updates.set(uncounted, target)));
    }

    private Seen seen(Document document) {
        Mark now = new Mark(document.get(VERSION, Number.class).longValue(), counter.apply(document));
        boolean waits = document.containsKey(uncounted);
        Mark until = mark(document, counted).or(() -> mark(document, BASELINE)).orElse(waits ? new Mark(0, null) : now);
        return new Seen(document.getString(ID), now, until, waits);
    }

    private static Optional<Mark> mark(Document document, String field) {
        return Optional.ofNullable(document.get(field, Document.class))
                .map(mark -> new Mark(mark.get(VERSION, Number.class).longValue(), mark.getString(COUNTER)));
    }

    private static Document document(Mark mark) {
        Document document = new Document(VERSION, mark.version());
        return mark.counter() == null ? document : document.append(COUNTER, mark.counter());
    }

    private <R> R call(Function<MongoCollection<Document>, R> work) {
        return Objects.requireNonNull(mongo.execute(collection, work::apply));
    }
}
