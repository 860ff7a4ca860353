/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.member.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import community.townhall.kit.mongo.Views;
import community.townhall.rewards.member.MemberNames;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoMemberNames implements MemberNames {

    private final MongoOperations mongo;
    private final Views views;

    MongoMemberNames(MongoOperations mongo, Views views) {
        this.mongo = mongo;
        this.views = views;
    }

    @Override
    public Map<String, String> of(Collection<String> memberIds) {
        return mongo.find(Query.query(where("_id").in(memberIds)), MemberDocument.class).stream()
                .collect(Collectors.toMap(MemberDocument::id, MemberDocument::name));
    }

    @Override
    public void know(String memberId, String name, long version) {
        views.saveIfNewer(new MemberDocument(memberId, version, name));
    }
}
