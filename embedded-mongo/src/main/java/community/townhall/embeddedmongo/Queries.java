/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import community.townhall.embeddedmongo.Conditions.Points;
import community.townhall.embeddedmongo.Conditions.Range;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents of a collection. A query reads the {@link IndexScan} that is worth most to it, or all documents in the
 * order they came in, and holds each against the whole query. Documents of equal sort keys come in no particular order, as in
 * MongoDB.
 */
final class Queries {

    private final Store store;
    private final DocumentTable documents;
    private final List<Index<Key>> indexes;

    /** @param indexes of the collection, as they come and go */
    Queries(Store store, DocumentTable documents, List<Index<Key>> indexes) {
        this.store = store;
        this.documents = documents;
        this.indexes = indexes;
    }

    long count(Document query) {
        Conditions conditions = Conditions.of(query);
        IndexScan scan = bestScan(conditions, SortOrder.of(null), false);
        Long counted = scan == null || conditions.points(IdIndex.FIELD) != null ? null : scan.count(conditions);
        return counted != null
                ? counted
                : StoredDocuments.matching(
                                candidates(conditions, scan), isAnswered(conditions, scan), MatchExpression.of(query))
                        .count();
    }

    /** @param limit 0 for all */
    List<Document> find(Document query, SortOrder order, int skip, int limit) {
        Conditions conditions = Conditions.of(query);
        MatchExpression expression = MatchExpression.of(query);
        IndexScan scan = bestScan(conditions, order, limit > 0);
        long wanted = limit > 0 ? (long) skip + limit : Long.MAX_VALUE;
        boolean answered = isAnswered(conditions, scan);
        List<Object> found;
        if (scan == null && conditions.points(IdIndex.FIELD) == null) {
            found = scanAll(expression, conditions, order, wanted);
        } else if (scan != null && scan.sorted() && conditions.points(IdIndex.FIELD) == null) {
            List<IndexScan.Stretch> stretches = scan.stretches();
            Set<Key> seen = new HashSet<>();
            Stream<Object> first = stretches.stream()
                    .flatMap(stretch -> StoredDocuments.matching(
                                    documentsOf(once(scan, stretch.ids(), seen)), answered, expression)
                            .limit(wanted));
            found = stretches.size() == 1 ? first.toList() : sorted(first, order);
        } else {
            found = sorted(StoredDocuments.matching(candidates(conditions, scan), answered, expression), order);
        }
        return new StoredDocuments(found.subList(Math.min(skip, found.size()), (int) Math.min(wanted, found.size())));
    }

    /** The documents of a query as they are read, some at a time, so that a pipeline need not hold them all. */
    Stream<Document> stream(Document query) {
        Conditions conditions = Conditions.of(query);
        IndexScan scan = bestScan(conditions, SortOrder.of(null), false);
        MatchExpression expression = MatchExpression.of(query);
        boolean all = scan == null && conditions.points(IdIndex.FIELD) == null;
        Stream<byte[]> candidates = all
                ? inBatches()
                : store.reading(() -> candidateIds(conditions, scan).toList()).stream()
                        .map(id -> store.reading(() -> Optional.ofNullable(documents.get(id))))
                        .flatMap(Optional::stream);
        return candidates.map(Bson::decode).filter(expression);
    }

    private Stream<byte[]> inBatches() {
        return DocumentTable.<DocumentTable.Row>batches((last, most) ->
                        store.reading(() -> documents.after(last == null ? Long.MIN_VALUE : last.number(), most)))
                .map(DocumentTable.Row::document);
    }

    private @Nullable IndexScan bestScan(Conditions conditions, SortOrder order, boolean limited) {
        return indexes.stream()
                .filter(OrderedIndex.class::isInstance)
                .map(index -> IndexScan.of((OrderedIndex) index, conditions, order))
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(scan -> scan.worth(limited)))
                .orElse(null);
    }

    /** The documents that may satisfy the conditions, each once. */
    private Stream<byte[]> candidates(Conditions conditions, @Nullable IndexScan scan) {
        return scan == null && conditions.points(IdIndex.FIELD) == null
                ? all(conditions, false)
                : documentsOf(candidateIds(conditions, scan));
    }

    private static Stream<Key> candidateIds(Conditions conditions, @Nullable IndexScan scan) {
        Points ids = conditions.points(IdIndex.FIELD);
        if (ids != null || scan == null) {
            return ids == null ? Stream.empty() : ids.values().stream();
        }
        Set<Key> seen = new HashSet<>();
        return scan.stretches().stream().flatMap(stretch -> once(scan, stretch.ids(), seen));
    }

    private List<Object> scanAll(MatchExpression expression, Conditions conditions, SortOrder order, long wanted) {
        boolean byId =
                !order.isNatural() && order.fields().getFirst().path().name().equals(IdIndex.FIELD);
        boolean backwards = byId ? !order.fields().getFirst().ascending() : order.isNatural() && order.backwards();
        Stream<byte[]> all = byId ? byId(conditions, backwards) : all(conditions, backwards);
        Stream<Object> matching = StoredDocuments.matching(all, isAnswered(conditions, null), expression);
        return byId || order.isNatural() ? matching.limit(wanted).toList() : sorted(matching, order);
    }

    private Stream<byte[]> all(Conditions conditions, boolean backwards) {
        return conditions.range(IdIndex.FIELD, false) == null
                ? documents.all(backwards).map(DocumentTable.Row::document)
                : byId(conditions, backwards);
    }

    private Stream<byte[]> byId(Conditions conditions, boolean backwards) {
        Range range = conditions.range(IdIndex.FIELD, false);
        Key low = range == null ? Key.LOWEST : range.low();
        Key high = range == null ? Key.HIGHEST : range.high();
        return low.compareTo(high) >= 0
                ? Stream.empty()
                : documents.between(low, high, backwards).map(DocumentTable.Row::document);
    }

    private static Stream<Key> once(IndexScan scan, Stream<Key> ids, Set<Key> seen) {
        return scan.index().hasArrays() ? ids.filter(seen::add) : ids;
    }

    private Stream<byte[]> documentsOf(Stream<Key> ids) {
        return ids.mapMulti((id, next) -> {
            byte[] document = documents.get(id);
            if (document != null) {
                next.accept(document);
            }
        });
    }

    /** Whether all that is read satisfies the query, since it says nothing beyond what it is read by. */
    private static boolean isAnswered(Conditions conditions, @Nullable IndexScan scan) {
        return scan == null || conditions.points(IdIndex.FIELD) != null
                ? conditions.areAll(Set.of(IdIndex.FIELD), _ -> false)
                : scan.answers(conditions);
    }

    private static List<Object> sorted(Stream<Object> documents, SortOrder order) {
        if (order.isNatural()) {
            return documents.toList();
        }
        record Sortable(List<Key> keys, Object document) {}
        return documents
                .map(document -> new Sortable(order.keys(StoredDocuments.decoded(document)), document))
                .sorted(Comparator.comparing(Sortable::keys, order.comparator()))
                .map(Sortable::document)
                .toList();
    }
}
