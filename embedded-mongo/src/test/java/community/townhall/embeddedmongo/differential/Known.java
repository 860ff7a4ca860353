/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import community.townhall.embeddedmongo.differential.Comparison.Difference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where the embedded server is known to answer otherwise, and nothing goes by it; a sequence ends where it comes to one of
 * these. Decision record 0009 tells of them.
 */
enum Known {
    /**
     * A number set to an equal one of another type keeps its type; they are equal wherever they are read or compared. To
     * mongo-java-server a document with 1.0 is the same as one with 1.
     */
    TYPE_OF_A_NUMBER {
        @Override
        boolean is(Difference difference) {
            return plain(difference.embedded()).equals(plain(difference.real()));
        }

        private static String plain(String answer) {
            return answer.replaceAll("\"nModified\": \\d+", "")
                    .replaceAll("\\{\"\\$number\\w+\": \"(-?[\\d.]+)\"}", "$1")
                    .replaceAll("(\\d)\\.0(?!\\d)", "$1")
                    .replaceAll("-0(?![\\d.])", "0");
        }
    },
    /**
     * Where an index has the field, MongoDB may read the values from it: with a null for the documents that lack the
     * field, with undefined for those whose array is empty, with the elements of an array that is in an array, and without
     * one that is empty. Without the index it does none of these.
     */
    DISTINCT_BY_AN_INDEX {
        @Override
        boolean is(Difference difference) {
            return difference.last().containsKey("distinct")
                    && difference.last().get("key") instanceof String field
                    && difference.commands().stream().anyMatch(command -> indexes(command, field))
                    && difference.embedded().startsWith("{\"values\"")
                    && difference.real().startsWith("{\"values\"")
                    && differsInThese(values(difference.embedded()), values(difference.real()));
        }

        private static boolean differsInThese(List<Object> embedded, List<Object> real) {
            Set<Object> ours = flat(embedded);
            Set<Object> theirs = flat(real);
            theirs.remove(new BsonUndefined());
            return theirs.equals(ours) || theirs.remove(null) && theirs.equals(ours);
        }

        private static Set<Object> flat(List<?> values) {
            Set<Object> flat = new HashSet<>();
            values.forEach(value -> {
                if (value instanceof List<?> array) {
                    flat.addAll(flat(array));
                } else {
                    flat.add(value);
                }
            });
            return flat;
        }

        private static List<Object> values(String answer) {
            return new ArrayList<>(Document.parse(answer).getList("values", Object.class));
        }

        private static boolean indexes(Document command, String field) {
            return command.containsKey("createIndexes")
                    && command.getList("indexes", Document.class).stream()
                            .anyMatch(index -> index.get("key") instanceof Document key && key.containsKey(field));
        }
    };

    abstract boolean is(Difference difference);

    /** The first of these that it is. */
    static @Nullable Known of(Difference difference) {
        for (Known known : values()) {
            if (known.is(difference)) {
                return known;
            }
        }
        return null;
    }
}
