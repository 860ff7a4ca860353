/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.mongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a query is sorted by; nothing for the natural order. */
record SortOrder(List<Field> fields) {

    record Field(String path, boolean ascending) {}

    private static final String NATURAL = "$natural";

    /** {@code $natural} is read as a sort by id, which is the order of the documents in the store. */
    static SortOrder of(@Nullable Document orderBy) {
        List<Field> fields = new ArrayList<>();
        if (orderBy != null) {
            for (Map.Entry<String, Object> entry : orderBy.entrySet()) {
                boolean ascending = !(entry.getValue() instanceof Number direction) || direction.intValue() > 0;
                boolean natural = entry.getKey().equals(NATURAL);
                fields.add(new Field(natural ? IdIndex.FIELD : entry.getKey(), ascending));
                if (natural) {
                    break;
                }
            }
        }
        return new SortOrder(fields);
    }

    boolean isNatural() {
        return fields.isEmpty();
    }

    /** The values to compare a document by, taken out so that the document need not be kept. */
    List<@Nullable Object> keys(Document document) {
        List<@Nullable Object> keys = new ArrayList<>(fields.size());
        for (Field field : fields) {
            keys.add(Utils.getSubdocumentValueCollectionAware(document, field.path()));
        }
        return keys;
    }

    Comparator<List<@Nullable Object>> comparator() {
        return (left, right) -> {
            for (int i = 0; i < fields.size(); i++) {
                ValueComparator order = fields.get(i).ascending() ? ValueComparator.asc() : ValueComparator.desc();
                int difference = order.compare(left.get(i), right.get(i));
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        };
    }
}
