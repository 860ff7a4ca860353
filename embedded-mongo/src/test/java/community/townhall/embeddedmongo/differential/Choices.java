/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.differential;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;

/**
 * Commands whose outcome MongoDB leaves open: which of several documents a change of one is made to, and which of them a change
 * of many had come to when it was refused, since a query without a sort comes to them in any order.
 */
final class Choices {

    private Choices() {}

    /** Whether the one statement of an update or a delete finds several documents. */
    static boolean ofSeveral(MongoDatabase database, Document command) {
        for (Document statement : statements(command)) {
            if (statement.get("q") instanceof Document selector
                    && !(selector.get("_id") instanceof String)
                    && (isMulti(command) || isOfOne(statement))
                    && count(database, command, selector) > 1) {
                return true;
            }
        }
        return false;
    }

    static boolean isMulti(Document command) {
        return statements(command).stream().anyMatch(statement -> Boolean.TRUE.equals(statement.get("multi")));
    }

    private static boolean isOfOne(Document statement) {
        return statement.containsKey("u") || Integer.valueOf(1).equals(statement.get("limit"));
    }

    private static List<Document> statements(Document command) {
        return command.getList(command.containsKey("delete") ? "deletes" : "updates", Document.class, List.of());
    }

    private static int count(MongoDatabase database, Document command, Document selector) {
        Object collection = command.values().iterator().next();
        try {
            return database.runCommand(new Document("count", collection).append("query", selector))
                    .getInteger("n");
        } catch (MongoException e) {
            return 0;
        }
    }
}
