/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.jobs;

import community.townhall.kit.causality.Causality;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A job that an instance has taken.
 *
 * @param failures attempts at its next step that failed, in a row
 * @param cause what its steps go back to
 */
record Job(
        String id,
        String kind,
        Map<String, String> arguments,
        @Nullable String cursor,
        int failures,
        Causality cause) {

    Job at(String next) {
        return new Job(id, kind, arguments, next, 0, cause);
    }

    static Job from(Document document) {
        Map<String, String> arguments = new LinkedHashMap<>();
        document.get(JobStore.ARGUMENTS, new Document())
                .forEach((name, value) -> arguments.put(name, String.valueOf(value)));
        return new Job(
                document.getString(JobStore.ID),
                document.getString(JobStore.KIND),
                arguments,
                document.getString(JobStore.CURSOR),
                document.getInteger(JobStore.FAILURES, 0),
                new Causality(document.getString(JobStore.CORRELATION), document.getString(JobStore.CAUSATION)));
    }
}
