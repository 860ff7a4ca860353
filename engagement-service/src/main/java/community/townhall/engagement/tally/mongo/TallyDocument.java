/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally.mongo;

import community.townhall.engagement.tally.Contribution;
import community.townhall.engagement.tally.Counting;
import community.townhall.engagement.tally.Tally;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.outbox.Versioned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** @param booked what the counts took up last, see {@link Counting}; absent in what earlier releases wrote */
@Document("tallies")
record TallyDocument(
        @Id String id,
        long version,
        TargetType targetType,
        Map<String, Long> reactions,
        long comments,
        @Nullable Map<String, List<Booked>> booked)
        implements Versioned {

    /** One that was taken up. */
    record Booked(String id, long version, @Nullable String counter) {}

    static TallyDocument of(Counting counting, long version) {
        Tally tally = counting.tally();
        Map<String, List<Booked>> booked = new HashMap<>();
        counting.booked()
                .forEach((name, taken) -> booked.put(
                        name,
                        taken.entrySet().stream()
                                .map(one -> new Booked(
                                        one.getKey(),
                                        one.getValue().version(),
                                        one.getValue().counter()))
                                .toList()));
        return new TallyDocument(
                tally.targetId(), version, tally.targetType(), tally.reactions(), tally.comments(), booked);
    }

    Tally toTally() {
        return new Tally(targetType, id, version, reactions, comments);
    }

    Counting toCounting() {
        Map<String, Map<String, Contribution>> taken = new HashMap<>();
        if (booked != null) {
            booked.forEach((name, some) -> {
                Map<String, Contribution> byId = new HashMap<>();
                some.forEach(one -> byId.put(one.id(), new Contribution(one.version(), one.counter())));
                taken.put(name, byId);
            });
        }
        return new Counting(toTally(), taken);
    }
}
