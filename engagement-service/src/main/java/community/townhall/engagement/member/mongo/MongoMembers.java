/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Cache;
import community.townhall.engagement.member.DisplayName;
import community.townhall.engagement.member.Member;
import community.townhall.engagement.member.MemberEvent;
import community.townhall.engagement.member.Members;
import community.townhall.kit.cache.HeapShare;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.kit.outbox.Retry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

@Repository
class MongoMembers implements Members {

    /** How long another instance's change of a name may stay unseen here. */
    private static final Duration NAMES_LAST = Duration.ofSeconds(10);

    private final Aggregates<MemberDocument, MemberEvent> members;
    private final MongoOperations mongo;
    private final Counter joined;

    /** By id. A member never ceases to be one, so that only the name can grow old. */
    private final Cache<String, String> names = HeapShare.<String>ofPercent(2, HeapShare::bytesOf)
            .expireAfterWrite(NAMES_LAST)
            .build();

    private final Cache<String, Boolean> known =
            HeapShare.<Boolean>ofPercent(2, _ -> 0).build();

    MongoMembers(
            AggregatesFactory aggregates,
            EventMapper<MemberEvent> mapper,
            MongoOperations mongo,
            MeterRegistry meters) {
        this.members = aggregates.of(MemberDocument.class, mapper);
        this.mongo = mongo;
        this.joined = Counter.builder("townhall.members.joined")
                .description("Members who joined or were imported")
                .register(meters);
        mongo.indexOps(MemberDocument.class)
                .createIndex(new Index().on("handle", Sort.Direction.ASC).on("joinedAt", Sort.Direction.ASC));
        mongo.indexOps(MemberDocument.class)
                .createIndex(new Index().on("origin", Sort.Direction.ASC).sparse());
    }

    @Override
    public Optional<Member> find(String id) {
        return members.find(id).map(MemberDocument::toMember);
    }

    @Override
    public boolean isKnown(String id) {
        if (known.getIfPresent(id) != null) {
            return true;
        }
        boolean found = mongo.exists(query(where("id").is(id)), MemberDocument.class);
        if (found) {
            known.put(id, true);
        }
        return found;
    }

    @Override
    public boolean add(MemberEvent.Joined event) {
        Member member = event.member();
        try {
            members.insert(MemberDocument.of(member), List.of(event), member.joinedAt());
        } catch (DuplicateKeyException e) {
            return false;
        } finally {
            names.invalidate(member.id());
        }
        known.put(member.id(), true);
        joined.increment();
        return true;
    }

    @Override
    public Optional<Member> change(
            String id, Function<Member, Optional<MemberEvent.ProfileChanged>> decision, Instant at) {
        boolean[] changed = new boolean[1];
        Optional<Member> after = Retry.onConflict(() -> find(id).map(member -> decision.apply(member)
                .map(event -> {
                    members.update(MemberDocument.of(event.member()), List.of(event), at);
                    changed[0] = true;
                    return event.member();
                })
                .orElse(member)));
        names.invalidate(id);
        return changed[0] ? find(id) : after;
    }

    @Override
    public Map<String, String> namesOf(Collection<String> ids) {
        Map<String, String> result = new HashMap<>(names.getAllPresent(Set.copyOf(ids)));
        Set<String> missing = new LinkedHashSet<>(ids);
        missing.removeAll(result.keySet());
        if (!missing.isEmpty()) {
            for (MemberDocument member : mongo.find(query(where("id").in(missing)), MemberDocument.class)) {
                names.put(member.id(), member.displayName());
                result.put(member.id(), member.displayName());
            }
        }
        return result;
    }

    @Override
    public Map<String, String> mentionedBy(Collection<String> handles) {
        if (handles.isEmpty()) {
            return Map.of();
        }
        List<String> wanted =
                handles.stream().flatMap(DisplayName::storedHandles).distinct().toList();
        Map<String, String> result = new HashMap<>();
        mongo.find(query(where("handle").in(wanted)).limit(200), MemberDocument.class).stream()
                .sorted(Comparator.comparing((MemberDocument member) -> member.origin() != null)
                        .thenComparing(MemberDocument::joinedAt)
                        .thenComparing(MemberDocument::id))
                .forEach(member -> result.putIfAbsent(DisplayName.handleOf(member.handle()), member.id()));
        return result;
    }

    @Override
    public long countImportedFrom(String origin) {
        return mongo.count(query(where("origin").is(origin)), MemberDocument.class);
    }
}
