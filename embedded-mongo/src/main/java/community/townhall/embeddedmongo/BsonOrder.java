/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order of values in an index, BSON's comparison order: by type, then by value. An empty list at the top of a key
 * stands for an empty array field, which sorts before null. An {@link Edge} lies between values and is never equal to one.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/">BSON comparison order</a>
 */
enum BsonOrder implements Comparator<@Nullable Object> {
    INSTANCE;

    private static final int NULL = 2;
    private static final int NUMBER = 3;
    private static final int DOCUMENT = 5;
    private static final int LIST = 6;
    private static final int UNKNOWN = 16;

    /**
     * A place just below or just above a value, or below or above all values of a type.
     *
     * @param type the rank of the type
     * @param value absent for the edge of the type
     */
    record Edge(int type, @Nullable Object value, boolean above) {

        static final Edge LOWEST = new Edge(-1, null, false);
        static final Edge HIGHEST = new Edge(Integer.MAX_VALUE, null, true);

        static Edge below(@Nullable Object value) {
            return of(value, false);
        }

        static Edge above(@Nullable Object value) {
            return of(value, true);
        }

        static Edge belowType(Object value) {
            return new Edge(BsonOrder.type(value), null, false);
        }

        static Edge aboveType(Object value) {
            return new Edge(BsonOrder.type(value), null, true);
        }

        private static Edge of(@Nullable Object value, boolean above) {
            // Null and missing are one value, so the edge of the type is the edge of the value.
            return new Edge(BsonOrder.type(value), value, above);
        }

        private int side() {
            return above ? 1 : -1;
        }
    }

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Edge edge) {
            return right instanceof Edge other ? compareEdges(edge, other) : -compareToEdge(right, edge);
        }
        if (right instanceof Edge edge) {
            return compareToEdge(left, edge);
        }
        int leftType = type(left);
        int byType = Integer.compare(leftType, type(right));
        return byType != 0 ? byType : compareWithin(leftType, left, right);
    }

    private int compareToEdge(@Nullable Object value, Edge edge) {
        int type = type(value);
        int byType = Integer.compare(type, edge.type());
        int byValue = byType != 0 || edge.value() == null ? byType : compareWithin(type, value, edge.value());
        return byValue != 0 ? byValue : -edge.side();
    }

    private int compareEdges(Edge left, Edge right) {
        int byType = Integer.compare(left.type(), right.type());
        if (byType != 0) {
            return byType;
        }
        if (left.value() != null && right.value() != null) {
            int byValue = compareWithin(left.type(), left.value(), right.value());
            return byValue != 0 ? byValue : Boolean.compare(left.above(), right.above());
        }
        // The edge of a type lies outside all edges of its values.
        int leftReach = left.value() == null ? 2 * left.side() : left.side();
        int rightReach = right.value() == null ? 2 * right.side() : right.side();
        return Integer.compare(leftReach, rightReach);
    }

    private int compareWithin(int type, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return 0;
        }
        return switch (type) {
            case 0, 1, NULL -> 0;
            case DOCUMENT -> compareDocuments((Document) left, (Document) right);
            case LIST -> compareLists((List<?>) left, (List<?>) right);
            case UNKNOWN -> String.valueOf(left).compareTo(String.valueOf(right));
            default -> ValueComparator.ascWithoutListHandling().compare(left, right);
        };
    }

    private int compareDocuments(Document left, Document right) {
        Iterator<Map.Entry<String, Object>> lefts = left.entrySet().iterator();
        Iterator<Map.Entry<String, Object>> rights = right.entrySet().iterator();
        while (lefts.hasNext() && rights.hasNext()) {
            Map.Entry<String, Object> l = lefts.next();
            Map.Entry<String, Object> r = rights.next();
            int difference = Integer.compare(type(l.getValue()), type(r.getValue()));
            if (difference == 0) {
                difference = l.getKey().compareTo(r.getKey());
            }
            if (difference == 0) {
                difference = compare(l.getValue(), r.getValue());
            }
            if (difference != 0) {
                return difference;
            }
        }
        return Boolean.compare(lefts.hasNext(), rights.hasNext());
    }

    private int compareLists(List<?> left, List<?> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int difference = compare(left.get(i), right.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int type(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing _ -> NULL;
            case MinKey _ -> 0;
            case List<?> list -> list.isEmpty() ? 1 : LIST;
            case Number _ -> NUMBER;
            case String _ -> 4;
            case Document _ -> DOCUMENT;
            case BinData _ -> 7;
            case LegacyUUID _ -> 8;
            case UUID _ -> 9;
            case ObjectId _ -> 10;
            case Boolean _ -> 11;
            case Instant _ -> 12;
            case BsonTimestamp _ -> 13;
            case BsonRegularExpression _ -> 14;
            case MaxKey _ -> 15;
            default -> UNKNOWN;
        };
    }
}
