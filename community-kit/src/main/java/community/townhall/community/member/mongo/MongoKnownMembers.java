/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.community.member.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Cache;
import community.townhall.community.member.KnownMember;
import community.townhall.community.member.KnownMembers;
import community.townhall.kit.cache.HeapShare;
import community.townhall.kit.mongo.Facts;
import community.townhall.kit.mongo.Migrations;
import community.townhall.kit.mongo.Views;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Names are read with every page and change rarely: those in use stay in memory. */
class MongoKnownMembers implements KnownMembers {

    /** After this long, another instance's change of a name is seen. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final MongoOperations mongo;
    private final Views views;
    private final Facts facts;
    private final Cache<String, String> names = HeapShare.<String>ofPercent(3, HeapShare::bytesOf)
            .expireAfterWrite(FRESH)
            .build();

    MongoKnownMembers(MongoOperations mongo, Views views, Facts facts, Migrations migrations) {
        this.mongo = mongo;
        this.views = views;
        this.facts = facts;
        // So rewards called it when each service had a copy of its own.
        migrations.once(
                "members.name",
                () -> mongo.updateMulti(
                        query(where("name").exists(true)),
                        new Update().rename("name", "displayName"),
                        MemberDocument.class));
    }

    @Override
    public void keep(KnownMember member) {
        views.saveIfNewer(new MemberDocument(member.id(), member.version(), member.displayName()));
        names.invalidate(member.id());
    }

    @Override
    public void introduce(String memberId, String displayName) {
        if (namesOf(Set.of(memberId)).isEmpty()) {
            if (facts.insertOnce(new MemberDocument(memberId, 0, displayName))) {
                names.put(memberId, displayName);
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
        mongo.find(query(where("_id").in(ids)), MemberDocument.class)
                .forEach(member -> found.put(member.id(), member.displayName()));
        return found;
    }
}
