/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The fields of a document that a query asks for, or all but some. Within arrays it is of each document. */
final class Projection implements UnaryOperator<Document> {

    /** The fields that are named at one level, each with those named within it; a field that is named itself has none. */
    private record Fields(Map<String, Fields> within) {

        Fields() {
            this(new LinkedHashMap<>());
        }

        void add(String path) {
            Fields fields = this;
            for (String step : path.split("\\.", -1)) {
                fields = fields.within.computeIfAbsent(step, _ -> new Fields());
            }
        }

        boolean isLeaf() {
            return within.isEmpty();
        }
    }

    private final Fields fields = new Fields();
    private final boolean including;

    private Projection(Document projection) {
        boolean id = Utils.isTrue(projection.getOrDefault(IdIndex.FIELD, true));
        List<String> others = new ArrayList<>(projection.keySet());
        others.remove(IdIndex.FIELD);
        including = others.isEmpty() ? id : Utils.isTrue(projection.get(others.getFirst()));
        others.forEach(fields::add);
        if (id == including) {
            fields.add(IdIndex.FIELD);
        }
    }

    /** An empty one, or none, leaves documents as they are. */
    static UnaryOperator<Document> of(@Nullable Document projection) {
        return projection == null || projection.isEmpty() ? UnaryOperator.identity() : new Projection(projection);
    }

    @Override
    public Document apply(Document document) {
        return projected(document, fields);
    }

    private Document projected(Document document, Fields named) {
        Document projected = new Document();
        document.forEach((name, value) -> {
            Fields within = named.within().get(name);
            Object part = within == null ? unnamed(value) : within.isLeaf() ? leaf(value) : within(value, within);
            if (!(part instanceof Missing)) {
                projected.put(name, part);
            }
        });
        return projected;
    }

    private @Nullable Object within(@Nullable Object value, Fields named) {
        if (value instanceof Document document) {
            return projected(document, named);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> parts = new ArrayList<>();
            for (Object element : list) {
                parts.add(within(element, named));
            }
            parts.removeIf(Missing.class::isInstance);
            return parts;
        }
        return unnamed(value);
    }

    private @Nullable Object leaf(@Nullable Object value) {
        return including ? value : Missing.getInstance();
    }

    private @Nullable Object unnamed(@Nullable Object value) {
        return including ? Missing.getInstance() : value;
    }
}
