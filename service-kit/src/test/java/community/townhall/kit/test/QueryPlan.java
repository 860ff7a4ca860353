/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** How the server would carry out a query, as {@code explain} tells it. */
record QueryPlan(BsonDocument explanation) {

    /** It reads every document of the collection. */
    static final String SCAN = "scan";
    /** It reads all that match before it answers with the first. */
    static final String SORT = "sort";
    /** It reads every document of another collection for each of this one. */
    static final String LOOKUP = "lookup";

    /**
     * Why it costs more than what it answers with: {@link #SCAN}, {@link #SORT}, {@link #LOOKUP}, or a field by which it leaves
     * out documents that it has read.
     */
    Set<String> excesses() {
        Set<String> excesses = new TreeSet<>();
        for (BsonDocument planner : documentsWith("winningPlan", explanation)) {
            Set<String> least = excesses(planner.getDocument("winningPlan"));
            // Among few documents the planner's choice says little; what counts is that there is a good plan.
            for (BsonValue other : planner.getArray("rejectedPlans", new BsonArray())) {
                Set<String> others = excesses(other.asDocument());
                least = others.size() < least.size() ? others : least;
            }
            excesses.addAll(least);
        }
        return excesses;
    }

    /** Whether there was no collection to plan for. */
    boolean isOfNothing() {
        return documentsWith("stage", explanation).stream()
                .anyMatch(stage -> name(stage).equals("EOF"));
    }

    private static Set<String> excesses(BsonDocument plan) {
        Set<String> excesses = new TreeSet<>();
        for (BsonDocument stage : documentsWith("stage", plan)) {
            switch (name(stage)) {
                case "COLLSCAN" -> excesses.addAll(isCutShort(plan, stage) ? Set.of() : Set.of(SCAN));
                case "SORT" -> excesses.addAll(isOfFew(stage) ? Set.of() : Set.of(SORT));
                case "FETCH" -> excesses.addAll(isOfFew(stage) ? Set.of() : leftOutBy(stage));
                case "EQ_LOOKUP" -> {
                    if (!stage.getString("strategy").getValue().equals("IndexedLoopJoin")) {
                        excesses.add(LOOKUP);
                    }
                }
                default -> {}
            }
        }
        return excesses;
    }

    /** Whether of all documents it reads the first few, whichever they are. */
    private static boolean isCutShort(BsonDocument plan, BsonDocument scan) {
        return !scan.containsKey("filter")
                && documentsWith("stage", plan).stream()
                        .anyMatch(stage -> name(stage).equals("LIMIT") && scan.equals(stage.get("inputStage")));
    }

    /** Whether what it reads is named by values that no two documents share. */
    private static boolean isOfFew(BsonDocument plan) {
        return scans(plan).stream().allMatch(scan -> {
            List<BsonArray> bounds = scan.getDocument("indexBounds", new BsonDocument()).values().stream()
                    .map(BsonValue::asArray)
                    .toList();
            boolean unique = scan.getBoolean("isUnique", BsonBoolean.FALSE).getValue();
            return bounds.stream().anyMatch(BsonArray::isEmpty)
                    || unique
                            && !bounds.isEmpty()
                            && bounds.stream().flatMap(BsonArray::stream).allMatch(QueryPlan::isPoint);
        });
    }

    private static List<BsonDocument> scans(BsonDocument plan) {
        return documentsWith("stage", plan).stream()
                .filter(stage -> name(stage).endsWith("SCAN"))
                .toList();
    }

    /** Such as {@code ["a", "a"]}. */
    private static boolean isPoint(BsonValue bound) {
        String text = bound.asString().getValue();
        int half = (text.length() - 2) / 2;
        return text.startsWith("[")
                && text.endsWith("]")
                && text.substring(1, half).equals(text.substring(half + 2, text.length() - 1));
    }

    /** Without the fields of the index: what follows a cursor leaves out only what is even with it. */
    private static Set<String> leftOutBy(BsonDocument fetch) {
        Set<String> fields = new TreeSet<>();
        addFields(fetch.getDocument("filter", new BsonDocument()), fields);
        Set<String> ordered = new HashSet<>(Set.of("_id"));
        scans(fetch)
                .forEach(scan -> ordered.addAll(
                        scan.getDocument("keyPattern", new BsonDocument()).keySet()));
        fields.removeAll(ordered);
        return fields;
    }

    private static void addFields(BsonDocument filter, Set<String> fields) {
        filter.forEach((field, condition) -> {
            if (!field.startsWith("$")) {
                fields.add(field);
            } else if (condition.isArray()) {
                condition.asArray().forEach(part -> addFields(part.asDocument(), fields));
            }
        });
    }

    private static String name(BsonDocument stage) {
        return stage.getString("stage").getValue();
    }

    private static List<BsonDocument> documentsWith(String field, BsonValue within) {
        List<BsonDocument> found = new ArrayList<>();
        if (within.isDocument()) {
            if (within.asDocument().containsKey(field)) {
                found.add(within.asDocument());
            }
            within.asDocument().values().forEach(value -> found.addAll(documentsWith(field, value)));
        } else if (within.isArray()) {
            within.asArray().forEach(value -> found.addAll(documentsWith(field, value)));
        }
        return found;
    }
}
