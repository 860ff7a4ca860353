/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.member.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.kit.mongo.Views;
import community.townhall.moderation.member.Members;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

@Component
final class MongoMembers implements Members {

    @Document("members")
    record MemberDocument(@Id String id, long version, String displayName) {}

    private final MongoOperations mongo;
    private final Views views;

    MongoMembers(MongoOperations mongo, Views views) {
        this.mongo = mongo;
        this.views = views;
    }

    @Override
    public void keep(String id, long version, String displayName) {
        views.saveIfNewer(new MemberDocument(id, version, displayName));
    }

    @Override
    public Map<String, String> namesOf(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mongo.find(query(where("_id").in(ids)), MemberDocument.class).stream()
                        .collect(Collectors.toMap(MemberDocument::id, MemberDocument::displayName));
    }
}
