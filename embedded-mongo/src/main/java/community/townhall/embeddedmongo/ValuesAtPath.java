/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a query finds at a path: the value; where there is an array on the way, what is in each of its documents, and at a
 * place in it that the path names; of an array at its end each element, and itself. An array in an array is looked into only
 * by its place.
 *
 * @param steps the names of the fields on the way
 */
record ValuesAtPath(List<String> steps) {

    static ValuesAtPath of(String path) {
        return new ValuesAtPath(List.of(path.split("\\.", -1)));
    }

    /**
     * Whether a value is such; {@link Missing} where there is none.
     *
     * @param elements whether an array at the end stands for its elements as well
     */
    boolean any(Object root, boolean elements, Predicate<@Nullable Object> such) {
        return any(root, 0, elements, such);
    }

    private boolean any(Object parent, int from, boolean elements, Predicate<@Nullable Object> such) {
        int step = from;
        @Nullable Object value = field(parent, steps.get(step++));
        while (step < steps.size() && value instanceof Document document) {
            value = field(document, steps.get(step++));
        }
        if (value instanceof List<?> array) {
            return step == steps.size()
                    ? elements && array.stream().anyMatch(such) || such.test(array)
                    : anyWithin(array, step, elements, such);
        }
        return such.test(step == steps.size() ? value : Missing.getInstance());
    }

    private boolean anyWithin(List<?> array, int step, boolean elements, Predicate<@Nullable Object> such) {
        for (int place = 0; place < array.size(); place++) {
            Object element = array.get(place);
            if (element instanceof Document && any(element, step, elements, such)) {
                return true;
            }
            if (steps.get(step).equals(Integer.toString(place))) {
                boolean last = step + 1 == steps.size();
                if (last ? such.test(element) : isParent(element) && any(element, step + 1, elements, such)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isParent(@Nullable Object value) {
        return value instanceof Document || value instanceof List<?>;
    }

    private static @Nullable Object field(Object parent, String name) {
        if (parent instanceof Document document) {
            return document.getOrMissing(name);
        }
        if (parent instanceof List<?> array) {
            for (int place = 0; place < array.size(); place++) {
                if (name.equals(Integer.toString(place))) {
                    return array.get(place);
                }
            }
        }
        return Missing.getInstance();
    }
}
