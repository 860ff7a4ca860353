/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index, unique or not, as MongoDB has it: one entry for each combination of the values that the fields have in
 * a document, with null for what is missing. Entries of equal values are ordered by id, in the direction of the last field.
 */
final class OrderedIndex extends Index<Key> {

    private final boolean unique;
    private final List<FieldPath> paths;
    private final EntryTable entries;
    private volatile long arrays;

    OrderedIndex(Store store, String namespace, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        super(name, keys, sparse);
        this.unique = unique;
        this.paths = keys.stream().map(key -> FieldPath.of(key.getKey())).toList();
        this.entries = store.entries(namespace, name, !keys.getLast().isAscending());
        this.arrays = store.reading(entries::arrays);
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

    EntryTable entries() {
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
        return arrays;
    }

    /** To be called once the index has the entries of all documents that were there before it. */
    void built() {
        entries.noteArrays(arrays);
    }

    @Override
    public boolean isEmpty() {
        return !entries.isBuilt();
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
    public @Nullable Key getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        checkUpdate(document, document, collection);
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        Map<Key, List<@Nullable Object>> added = entriesOf(document);
        check(added, position, collection);
        noteArrays(document);
        added.keySet().forEach(key -> entries.add(key, position));
    }

    private void check(Map<Key, List<@Nullable Object>> added, Key id, MongoCollection<Key> collection) {
        if (unique) {
            added.forEach((key, values) -> {
                if (entries.isTaken(key, id)) {
                    throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
                }
            });
        }
    }

    @Override
    public @Nullable Key remove(Document document) {
        Key id = Key.of(document.get(IdIndex.FIELD));
        entriesOf(document).keySet().forEach(key -> entries.remove(key, id));
        return id;
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
        if (unique) {
            check(entriesOf(newDocument), Key.of(oldDocument.get(IdIndex.FIELD)), collection);
        } else {
            refuseParallelArrays(newDocument);
        }
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {
        if (isUntouched(oldDocument, newDocument)) {
            return;
        }
        Set<Key> before = entriesOf(oldDocument).keySet();
        Set<Key> after = entriesOf(newDocument).keySet();
        noteArrays(newDocument);
        before.stream().filter(key -> !after.contains(key)).forEach(key -> entries.remove(key, position));
        after.stream().filter(key -> !before.contains(key)).forEach(key -> entries.add(key, position));
    }

    /** Whether the fields have the same values, told without making their entries: most updates are to other fields. */
    private boolean isUntouched(Document oldDocument, Document newDocument) {
        return paths.stream().allMatch(path -> {
            List<@Nullable Object> before = path.values(oldDocument);
            // Documents are equal whatever the order of their fields; their keys are not.
            return before.equals(path.values(newDocument))
                    && before.stream().noneMatch(value -> value instanceof Document || value instanceof List);
        });
    }

    private void noteArrays(Document document) {
        long found = arrays;
        for (int part = 0; part < size(); part++) {
            if (paths.get(part).array(document) != null) {
                found |= 1L << part;
            }
        }
        if (found != arrays) {
            // Readers must know of it before they can see the entries.
            arrays = found;
            if (entries.isBuilt()) {
                entries.noteArrays(found);
            }
        }
    }

    /** Each entry's key, with the values that it is made of. */
    private Map<Key, List<@Nullable Object>> entriesOf(Document document) {
        List<List<@Nullable Object>> values = new ArrayList<>();
        boolean present = false;
        for (FieldPath path : paths) {
            List<@Nullable Object> found = path.values(document);
            present |= found.stream().anyMatch(value -> !(value instanceof Missing));
            values.add(found);
        }
        Map<Key, List<@Nullable Object>> all = new TreeMap<>();
        if (present || !isSparse()) {
            refuseParallelArrays(document);
            combine(values, Key.EMPTY, new ArrayList<>(), all);
        }
        return all;
    }

    private void combine(
            List<List<@Nullable Object>> values,
            Key beginning,
            List<@Nullable Object> chosen,
            Map<Key, List<@Nullable Object>> all) {
        int part = chosen.size();
        if (part == values.size()) {
            all.put(beginning, new ArrayList<>(chosen));
            return;
        }
        for (Object value : values.get(part)) {
            chosen.add(
                    switch (value) {
                        case Missing _ -> null;
                        case FieldPath.Empty _ -> List.of();
                        case null, default -> value;
                    });
            combine(values, beginning.then(part(part, Key.of(value))), chosen, all);
            chosen.removeLast();
        }
    }

    /** The key of a value as it stands in that part of an entry. */
    Key part(int part, Key value) {
        return isAscending(part) ? value : value.inverted();
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
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException("Queries are planned");
    }

    @Override
    public long getCount() {
        return entries.count();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        entries.drop();
    }

    void moved(String namespace) {
        entries.rename(Store.entriesName(namespace, getName()));
    }
}
