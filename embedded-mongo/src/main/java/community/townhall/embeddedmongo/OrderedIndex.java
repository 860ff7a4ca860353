/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import community.townhall.embeddedmongo.BsonOrder.Edge;
import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index, unique or not, as MongoDB has it: one entry for each combination of the values that the fields have in
 * a document, with null for what is missing. Entries of equal values are ordered by id, in the direction of the last field.
 */
final class OrderedIndex extends Index<Object> {

    private final Store store;
    private final boolean unique;
    private final List<FieldPath> paths;
    private final StoredMap<Object[], Boolean> entries;

    OrderedIndex(Store store, String namespace, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        super(name, keys, sparse);
        this.store = store;
        this.unique = unique;
        this.paths = keys.stream().map(key -> FieldPath.of(key.getKey())).toList();
        this.entries = store.entries(namespace, name, directions(keys));
    }

    private static String directions(List<IndexKey> keys) {
        StringBuilder directions = new StringBuilder();
        for (IndexKey key : keys) {
            directions.append(letter(key));
        }
        return directions.append(letter(keys.getLast())).toString();
    }

    private static char letter(IndexKey key) {
        return key.isAscending() ? 'a' : 'd';
    }

    int size() {
        return paths.size();
    }

    String field(int part) {
        return getKeys().get(part).getKey();
    }

    /** @param part a field's number, or the number of fields for the id that follows them */
    boolean isAscending(int part) {
        return getKeys().get(Math.min(part, size() - 1)).isAscending();
    }

    /** A path through a position of an array has no entries that a query could be answered from. */
    boolean isPositional(int part) {
        return paths.get(part).isPositional();
    }

    @Override
    protected boolean isSparse() {
        return super.isSparse();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    StoredMap<Object[], Boolean> entries() {
        return entries;
    }

    /** Whether a document ever had an array in that field: it may then have several entries. */
    boolean hasArrays(int part) {
        return (arrays() & (1L << part)) != 0;
    }

    boolean hasArrays() {
        return arrays() != 0;
    }

    private long arrays() {
        return store.facts().map().getOrDefault(entries.name(), 0L);
    }

    /** To be called once the index has the entries of all documents that were there before it. */
    void built() {
        store.facts().put(entries.name(), arrays());
    }

    @Override
    public boolean isEmpty() {
        return !store.facts().map().containsKey(entries.name());
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && unique == other.isUnique()
                && Objects.equals(
                        toIndexDescription().get("key"),
                        other.toIndexDescription().get("key"));
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        check(entriesOf(document), document.get(IdIndex.FIELD), collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        Set<Object[]> added = entriesOf(document);
        check(added, position, collection);
        noteArrays(document);
        for (Object[] entry : added) {
            entries.put(entry, true);
        }
    }

    private void check(Set<Object[]> added, @Nullable Object id, MongoCollection<Object> collection) {
        if (!unique) {
            return;
        }
        for (Object[] entry : added) {
            @Nullable Object[] from = Arrays.copyOf(entry, entry.length);
            from[size()] = isAscending(size()) ? Edge.LOWEST : Edge.HIGHEST;
            Object[] next = entries.map().higherKey(from);
            boolean taken =
                    next != null && sameValues(next, entry) && BsonOrder.INSTANCE.compare(next[size()], id) != 0;
            if (taken) {
                List<Object> values = Arrays.asList(entry).subList(0, size());
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
            }
        }
    }

    private boolean sameValues(@Nullable Object[] left, @Nullable Object[] right) {
        for (int i = 0; i < size(); i++) {
            if (BsonOrder.INSTANCE.compare(left[i], right[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Object remove(Document document) {
        for (Object[] entry : entriesOf(document)) {
            entries.remove(entry);
        }
        return document.get(IdIndex.FIELD);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        check(entriesOf(newDocument), oldDocument.get(IdIndex.FIELD), collection);
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        Set<Object[]> before = entriesOf(oldDocument);
        Set<Object[]> after = entriesOf(newDocument);
        noteArrays(newDocument);
        for (Object[] entry : before) {
            if (!after.contains(entry)) {
                entries.remove(entry);
            }
        }
        for (Object[] entry : after) {
            if (!before.contains(entry)) {
                entries.put(entry, true);
            }
        }
    }

    private void noteArrays(Document document) {
        long known = arrays();
        long found = known;
        for (int part = 0; part < size(); part++) {
            if (paths.get(part).array(document) != null) {
                found |= 1L << part;
            }
        }
        if (found != known) {
            store.facts().put(entries.name(), found);
        }
    }

    private Set<Object[]> entriesOf(Document document) {
        List<List<@Nullable Object>> values = new ArrayList<>();
        boolean present = false;
        for (FieldPath path : paths) {
            List<@Nullable Object> found = path.values(document);
            present |= found.stream().anyMatch(value -> !(value instanceof Missing));
            values.add(found);
        }
        Set<Object[]> all = new TreeSet<>(entries.map().getKeyType());
        if (present || !isSparse()) {
            refuseParallelArrays(document);
            combine(values, new @Nullable Object[size() + 1], 0, document.get(IdIndex.FIELD), all);
        }
        return all;
    }

    private void combine(
            List<List<@Nullable Object>> values,
            @Nullable Object[] entry,
            int part,
            @Nullable Object id,
            Set<Object[]> all) {
        if (part == values.size()) {
            @Nullable Object[] complete = entry.clone();
            complete[part] = id;
            all.add(complete);
            return;
        }
        for (Object value : values.get(part)) {
            entry[part] = value instanceof Missing ? null : value;
            combine(values, entry, part + 1, id, all);
        }
    }

    /** Arrays in two fields would make an entry of each combination; MongoDB refuses it, and so must we. */
    private void refuseParallelArrays(Document document) {
        Set<List<String>> arrays = new LinkedHashSet<>();
        for (FieldPath path : paths) {
            List<String> array = path.array(document);
            if (array != null) {
                arrays.add(array);
            }
        }
        if (arrays.size() > 1) {
            throw new CannotIndexParallelArraysError(
                    arrays.stream().map(List::getLast).toList());
        }
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("Queries are planned");
    }

    @Override
    public long getCount() {
        return entries.map().sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        store.facts().remove(entries.name());
        store.drop(entries);
    }

    void moved(String namespace) {
        Long arrays = store.facts().remove(entries.name());
        store.rename(entries, Maps.entriesName(namespace, getName(), directions(getKeys())));
        if (arrays != null) {
            store.facts().put(entries.name(), arrays);
        }
    }
}
