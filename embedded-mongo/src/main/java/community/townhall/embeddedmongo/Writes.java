/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Carries out the statements of an update or a delete one after the other, each by a command of its own, and tells of those
 * that failed. An ordered request ends with the first that does.
 */
final class Writes {

    private static final Map<Integer, Integer> PRESENT = Map.of(10141, 2, 10142, 2, 10143, 14, 10144, 2);

    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> errors = new ArrayList<>();
    private int n;
    private int modified;

    private Writes() {}

    /**
     * @param before is done with a command with one statement, which may yet be refused
     * @param one carries it out
     */
    static Document each(Document request, String field, Consumer<Document> before, UnaryOperator<Document> one) {
        Writes writes = new Writes();
        boolean ordered = !Boolean.FALSE.equals(request.get("ordered"));
        int index = 0;
        Collection<?> statements = request.get(field) instanceof Collection<?> given ? given : List.of();
        for (Object statement : statements) {
            writes.carryOut(index++, request, field, (Document) statement, before, one);
            if (ordered && !writes.errors.isEmpty()) {
                break;
            }
        }
        return writes.answer(field.equals("updates"));
    }

    private void carryOut(
            int index,
            Document request,
            String field,
            Document statement,
            Consumer<Document> before,
            UnaryOperator<Document> one) {
        try {
            Document single = request.clone();
            single.put(field, List.of(statement));
            before.accept(single);
            check(field, statement);
            boolean anyway = isModifiedAnyway(statement);
            Document answer = one.apply(single);
            n += ((Number) answer.getOrDefault("n", 0)).intValue();
            boolean all = anyway && !answer.containsKey("upserted");
            modified += ((Number) answer.getOrDefault(all ? "n" : "nModified", 0)).intValue();
            for (Object entry : (Collection<?>) answer.getOrDefault("upserted", List.of())) {
                upserted.add(numbered(index, (Document) entry));
            }
            for (Object entry : (Collection<?>) answer.getOrDefault("writeErrors", List.of())) {
                Document error = numbered(index, (Document) entry);
                if (error.get("code") instanceof Integer code) {
                    error.put("code", PRESENT.getOrDefault(code, code));
                } else {
                    error.put("code", String.valueOf(error.get("errmsg")).startsWith("illegal update") ? 52 : 2);
                }
                errors.add(error);
            }
        } catch (MongoServerException e) {
            Document error = new Document("index", index);
            error.put("code", code(e));
            error.put("errmsg", e.getMessageWithoutErrorCode());
            errors.add(error);
        }
    }

    /** MongoDB compares the whole documents, of which the new one does not have its id yet. */
    private static boolean isModifiedAnyway(Document statement) {
        return statement.get("u") instanceof Document update
                && UpdateChecks.isReplacement(update)
                && !update.containsKey(IdIndex.FIELD);
    }

    /** Codes of old versions of MongoDB, which mongo-java-server answers with, become those of the present one. */
    static Document withMongosCode(Supplier<Document> command) {
        try {
            return command.get();
        } catch (MongoServerError e) {
            throw e.getCode() == code(e) ? e : new MongoServerError(code(e), "", e.getMessageWithoutErrorCode());
        } catch (MongoServerException e) {
            throw new MongoServerError(code(e), "", e.getMessageWithoutErrorCode());
        }
    }

    private static int code(MongoServerException e) {
        if (e instanceof MongoServerError known) {
            return PRESENT.getOrDefault(known.getCode(), known.getCode());
        }
        return e.getMessageWithoutErrorCode().startsWith("illegal update") ? 52 : 2;
    }

    private static void check(String field, Document statement) {
        if (statement.get("q") instanceof Document selector) {
            Selectors.check(selector);
        }
        if (field.equals("updates")) {
            UpdateChecks.check(statement.get("u"), Boolean.TRUE.equals(statement.get("multi")));
        }
    }

    private static Document numbered(int index, Document entry) {
        Document numbered = new Document("index", index);
        entry.forEach((key, value) -> {
            if (!key.equals("index")) {
                numbered.put(key, value);
            }
        });
        return numbered;
    }

    private Document answer(boolean updates) {
        Document answer = new Document("n", n);
        if (updates) {
            answer.put("nModified", modified);
        }
        if (!upserted.isEmpty()) {
            answer.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            answer.put("writeErrors", errors);
        }
        answer.put("ok", 1.0);
        return answer;
    }
}
