/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One real object that belongs to somebody.
 *
 * @param ids that name it to who asks for it
 * @param names what it is in a path, by the part of the path that stands for it; the first that is there counts
 * @param facts what requests about it say besides
 * @param mark stands in an answer that shows it
 * @param views what it is like, for whoever sees all of it
 * @param end takes it away again
 */
record Specimen(
        Client owner,
        List<String> ids,
        Map<String, String> names,
        Map<String, String> facts,
        String mark,
        List<Supplier<Client.Reply>> views,
        Runnable end) {

    /** Of the form that ids have, and nothing's. */
    private static final String NOTHING = "01890a5d-ac96-774b-bcce-b302099a8057";

    String id() {
        return ids.getFirst();
    }

    /** The path with this in it. */
    String at(String path) {
        String named = path;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named;
    }

    /** A request, or its answer, as it would be about what never was. */
    String withoutIt(String text) {
        return ids.stream().reduce(text, (changed, id) -> changed.replace(id, NOTHING));
    }

    String fact(String name) {
        return facts.getOrDefault(name, NOTHING);
    }

    long version() {
        return views.getFirst().get().body().path("version").asLong(1);
    }

    /** All there is to see of it. */
    String state() {
        return views.stream().map(view -> wordsOf(view.get())).reduce("", (all, one) -> all + one + "\n");
    }

    /** All that an answer says, but for the number that it has in the logs. */
    static String wordsOf(Client.Reply reply) {
        JsonNode said = reply.body();
        return reply.status() + " " + (said instanceof ObjectNode problem ? problem.without("correlationId") : said);
    }

    /** A specimen in the making. */
    static Maker of(Client owner, String id) {
        return new Maker(owner, id);
    }

    static final class Maker {

        private final Client owner;
        private final List<String> ids = new java.util.ArrayList<>();
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<String, String> facts = new LinkedHashMap<>();
        private final List<Supplier<Client.Reply>> views = new java.util.ArrayList<>();
        private @Nullable String mark;
        private Runnable end = () -> {};

        private Maker(Client owner, String id) {
            this.owner = owner;
            ids.add(id);
        }

        Maker alsoBy(String id) {
            ids.add(id);
            return this;
        }

        Maker named(String part, String value) {
            names.put(part, value);
            return this;
        }

        Maker with(String fact, String value) {
            facts.put(fact, value);
            return this;
        }

        Maker markedBy(String shown) {
            mark = shown;
            return this;
        }

        Maker seenBy(Client client, String path) {
            views.add(() -> client.get(path));
            return this;
        }

        Maker endedBy(Runnable taken) {
            end = taken;
            return this;
        }

        Specimen made() {
            String id = ids.getFirst();
            names.put("{id}", id);
            return new Specimen(
                    owner, List.copyOf(ids), names, facts, mark == null ? id : mark, List.copyOf(views), end);
        }
    }
}
