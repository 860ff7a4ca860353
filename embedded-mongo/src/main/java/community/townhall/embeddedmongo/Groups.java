/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to group what mongo-java-server would group wrongly: by whole arrays and documents or of them, the least and the
 * greatest of what is not a number, and sums that may come to more than a long holds.
 */
final class Groups {

    /** Beyond it MongoDB may go on with doubles. */
    private static final long MOST = 1L << 53;

    private Groups() {}

    static void check(Document group, Document document) {
        for (Map.Entry<String, Object> field : group.entrySet()) {
            if (field.getKey().equals(IdIndex.FIELD)) {
                refuseWhole(field.getValue(), document);
            } else if (field.getValue() instanceof Document accumulator) {
                accumulator.forEach((operator, expression) -> {
                    if (operator.equals("$max") || operator.equals("$min")) {
                        refuseWhole(expression, document);
                        refuseNotANumber(expression, document);
                    } else if (operator.equals("$sum") && value(expression, document) instanceof Long number) {
                        refuseBeyond(number);
                    }
                });
            }
        }
    }

    private static void refuseWhole(@Nullable Object expression, Document document) {
        Object value = value(expression, document);
        if (value instanceof Document || value instanceof List<?>) {
            throw Refusals.notImplemented("A group by whole arrays or documents, or of them,");
        }
    }

    /** The least of all numbers to MongoDB, and the greatest to mongo-java-server. */
    private static void refuseNotANumber(@Nullable Object expression, Document document) {
        if (value(expression, document) instanceof Double number && number.isNaN()) {
            throw Refusals.notImplemented("The least or greatest where one is not a number");
        }
    }

    private static void refuseBeyond(long number) {
        if (number > MOST || number < -MOST) {
            throw Refusals.notImplemented("A sum of numbers beyond 2^53");
        }
    }

    private static @Nullable Object value(@Nullable Object expression, Document document) {
        return expression == null ? null : Expression.evaluateDocument(expression, document);
    }
}
