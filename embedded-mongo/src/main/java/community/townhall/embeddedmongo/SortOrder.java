/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a query is sorted by; nothing for the natural order. */
record SortOrder(List<Field> fields) {

    record Field(FieldPath path, boolean ascending) {

        /** Of an array the least or the greatest element counts. */
        @Nullable
        Object key(Document document) {
            List<@Nullable Object> values = path.values(document);
            return ascending
                    ? Collections.min(values, BsonOrder.INSTANCE)
                    : Collections.max(values, BsonOrder.INSTANCE);
        }
    }

    private static final String NATURAL = "$natural";

    /** {@code $natural} is read as a sort by id, which is the order of the documents in the store. */
    static SortOrder of(@Nullable Document orderBy) {
        List<Field> fields = new ArrayList<>();
        if (orderBy != null) {
            for (Map.Entry<String, Object> entry : orderBy.entrySet()) {
                boolean ascending = !(entry.getValue() instanceof Number direction) || direction.intValue() > 0;
                boolean natural = entry.getKey().equals(NATURAL);
                fields.add(new Field(FieldPath.of(natural ? IdIndex.FIELD : entry.getKey()), ascending));
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
            keys.add(field.key(document));
        }
        return keys;
    }

    Comparator<List<@Nullable Object>> comparator() {
        return (left, right) -> {
            for (int i = 0; i < fields.size(); i++) {
                int difference = BsonOrder.INSTANCE.compare(left.get(i), right.get(i));
                if (difference != 0) {
                    return fields.get(i).ascending() ? difference : -difference;
                }
            }
            return 0;
        };
    }
}
