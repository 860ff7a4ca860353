/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.member.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.benmanes.caffeine.cache.Cache;
import community.townhall.content.member.MemberName;
import community.townhall.content.member.MemberNames;
import community.townhall.kit.cache.HeapShare;
import community.townhall.kit.mongo.Facts;
import community.townhall.kit.mongo.Views;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Names are read with every page and change rarely: those in use stay in memory. */
@Repository
class MongoMemberNames implements MemberNames {

    /** After this long, another instance's change of a name is seen. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final MongoOperations mongo;
    private final Views views;
    private final Facts facts;
    private final Cache<String, String> names = HeapShare.<String>ofPercent(3, HeapShare::bytesOf)
            .expireAfterWrite(FRESH)
            .build();

    MongoMemberNames(MongoOperations mongo, Views views, Facts facts) {
        this.mongo = mongo;
        this.views = views;
        this.facts = facts;
    }

    @Override
    public void keep(MemberName name) {
        views.saveIfNewer(new MemberDocument(name.memberId(), name.version(), name.displayName()));
        names.invalidate(name.memberId());
    }

    @Override
    public void introduce(String memberId, String name) {
        if (namesOf(Set.of(memberId)).isEmpty()) {
            if (facts.insertOnce(new MemberDocument(memberId, 0, name))) {
                names.put(memberId, name);
            } else {
                names.invalidate(memberId);
            }
        }
    }

    @Override
    public Map<String, String> namesOf(Collection<String> memberIds) {
        return names.getAll(Set.copyOf(memberIds), this::stored);
    }

    private Map<String, String> stored(Set<? extends String> ids) {
        Map<String, String> found = new HashMap<>();
        mongo.find(Query.query(where("_id").in(ids)), MemberDocument.class)
                .forEach(member -> found.put(member.id(), member.displayName()));
        return found;
    }
}
