/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of a document or of documents within it, whose values are what an index holds and what a sort compares. */
record FieldPath(String name, List<String> steps) {

    /** What stands in an index for an array that has no element to stand there. */
    enum Empty {
        ARRAY
    }

    static FieldPath of(String name) {
        return new FieldPath(name, List.of(name.split("\\.", -1)));
    }

    /** Whether it leads through a position of an array. */
    boolean isPositional() {
        return steps.stream().anyMatch(step -> !step.isEmpty() && step.chars().allMatch(Character::isDigit));
    }

    /** The values in that document, at least one: of an array its elements, of an empty one {@link Empty}. */
    List<@Nullable Object> values(Document document) {
        return collected(document, true);
    }

    /** The values in that document, if there are any: of an array its elements. */
    List<@Nullable Object> elements(Document document) {
        List<@Nullable Object> values = collected(document, false);
        values.removeIf(Missing.class::isInstance);
        return values;
    }

    private List<@Nullable Object> collected(Document document, boolean emptyArrays) {
        List<@Nullable Object> values = new ArrayList<>();
        collect(document, 0, emptyArrays, values);
        return values;
    }

    private void collect(@Nullable Object value, int step, boolean emptyArrays, List<@Nullable Object> values) {
        if (value instanceof List<?> list) {
            if (list.isEmpty() && emptyArrays) {
                values.add(step == steps.size() ? Empty.ARRAY : Missing.getInstance());
            } else if (step == steps.size()) {
                values.addAll(list);
            } else {
                list.forEach(element -> collect(element instanceof List ? null : element, step, emptyArrays, values));
            }
        } else if (step == steps.size()) {
            values.add(value);
        } else if (value instanceof Document document) {
            collect(document.getOrMissing(steps.get(step)), step + 1, emptyArrays, values);
        } else {
            values.add(Missing.getInstance());
        }
    }

    /** The first part of the path at which the document has an array; null if it has none. */
    @Nullable
    List<String> array(Document document) {
        Object value = document;
        for (int step = 0; step < steps.size() && value instanceof Document parent; step++) {
            value = parent.get(steps.get(step));
            if (value instanceof List<?>) {
                return steps.subList(0, step + 1);
            }
        }
        return null;
    }
}
