/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query is sorted by.
 *
 * @param fields none for the natural order
 * @param backwards whether the natural order is asked for from its end
 */
record SortOrder(List<Field> fields, boolean backwards) {

    record Field(FieldPath path, boolean ascending) {

        /** Of an array the least or the greatest element counts. */
        Key key(Document document) {
            List<Key> keys = path.values(document).stream().map(Key::of).toList();
            return ascending ? Collections.min(keys) : Collections.max(keys);
        }
    }

    private static final String NATURAL = "$natural";

    static SortOrder of(@Nullable Document orderBy) {
        List<Field> fields = new ArrayList<>();
        if (orderBy != null) {
            for (Map.Entry<String, Object> entry : orderBy.entrySet()) {
                boolean ascending = !(entry.getValue() instanceof Number direction) || direction.intValue() > 0;
                if (entry.getKey().equals(NATURAL)) {
                    return new SortOrder(List.of(), !ascending);
                }
                fields.add(new Field(FieldPath.of(entry.getKey()), ascending));
            }
        }
        return new SortOrder(fields, false);
    }

    /** The order in which the documents came. */
    boolean isNatural() {
        return fields.isEmpty();
    }

    /** The values to compare a document by, taken out so that the document need not be kept. */
    List<Key> keys(Document document) {
        List<Key> keys = new ArrayList<>(fields.size());
        for (Field field : fields) {
            keys.add(field.key(document));
        }
        return keys;
    }

    Comparator<List<Key>> comparator() {
        return (left, right) -> {
            for (int i = 0; i < fields.size(); i++) {
                int difference = left.get(i).compareTo(right.get(i));
                if (difference != 0) {
                    return fields.get(i).ascending() ? difference : -difference;
                }
            }
            return 0;
        };
    }
}
