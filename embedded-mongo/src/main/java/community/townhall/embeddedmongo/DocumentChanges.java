/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an update is for one document: of an array that elements are pulled from or added to as to a set, what comes of it is
 * set. mongo-java-server would choose the elements by a matcher of its own, and knows 2 and 2.0 apart.
 */
final class DocumentChanges {

    private static final String PULL = "$pull";
    private static final String PULL_ALL = "$pullAll";
    private static final String ADD_TO_SET = "$addToSet";
    private static final String SET = "$set";

    private DocumentChanges() {}

    /** @throws MongoServerError when the update does not go with the document */
    static Document of(Document document, Document update) {
        PathChecks.check(document, update);
        if (!update.containsKey(PULL) && !update.containsKey(PULL_ALL) && !update.containsKey(ADD_TO_SET)) {
            return update;
        }
        Document changes = new Document();
        Document set = update.get(SET) instanceof Document given ? given.clone() : new Document();
        update.forEach((operator, fields) -> {
            if (operator.equals(PULL) || operator.equals(PULL_ALL)) {
                ((Document) fields).forEach((path, pulled) -> {
                    if (PathChecks.value(document, path) instanceof List<?> list) {
                        List<?> left = list.stream()
                                .filter(
                                        operator.equals(PULL)
                                                ? MatchExpression.pulled(pulled).negate()
                                                : isNoneOf(pulled))
                                .toList();
                        if (left.size() < list.size()) {
                            set.put(path, left);
                        }
                    }
                });
            } else if (operator.equals(ADD_TO_SET)) {
                Document toNoArray = ((Document) fields).clone();
                ((Document) fields).forEach((path, added) -> {
                    if (PathChecks.value(document, path) instanceof List<?> list) {
                        toNoArray.remove(path);
                        List<@Nullable Object> all = new ArrayList<>(list);
                        Set<Key> known = list.stream().map(Key::of).collect(Collectors.toSet());
                        each(added).filter(one -> known.add(Key.of(one))).forEach(all::add);
                        if (all.size() > list.size()) {
                            set.put(path, all);
                        }
                    }
                });
                if (!toNoArray.isEmpty()) {
                    changes.put(operator, toNoArray);
                }
            } else {
                changes.put(operator, fields);
            }
        });
        changes.put(SET, set);
        return changes;
    }

    private static Stream<@Nullable Object> each(@Nullable Object added) {
        return added instanceof Document several && several.get("$each") instanceof Collection<?> all
                ? all.stream().map(one -> (@Nullable Object) one)
                : Stream.of(added);
    }

    private static Predicate<@Nullable Object> isNoneOf(@Nullable Object values) {
        List<Key> keys = ((Collection<?>) Objects.requireNonNull(values))
                .stream().map(Key::of).toList();
        return element -> !keys.contains(Key.of(element));
    }
}
