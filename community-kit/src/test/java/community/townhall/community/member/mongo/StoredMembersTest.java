/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.community.member.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.kit.id.Ids;
import community.townhall.kit.mongo.Facts;
import community.townhall.kit.mongo.Migrations;
import community.townhall.kit.mongo.Views;
import community.townhall.kit.test.ServiceTest;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** What earlier releases stored of members. */
@ServiceTest
class StoredMembersTest {

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Views views;

    @Autowired
    private Facts facts;

    @Autowired
    private Migrations migrations;

    @Test
    void what_rewards_called_members_is_read_since_the_first_start() {
        String ada = Ids.next();
        String bob = Ids.next();
        mongo.getCollection("migrations").deleteOne(new Document("_id", "members.name"));
        store(new Document("_id", ada).append("version", 7L).append("name", "Ada"));
        store(new Document("_id", bob).append("version", 1L).append("displayName", "Bob"));

        assertThat(started().namesOf(List.of(ada, bob))).isEqualTo(Map.of(ada, "Ada", bob, "Bob"));

        String late = Ids.next();
        store(new Document("_id", late).append("version", 1L).append("name", "Late"));
        started();

        assertThat(mongo.getCollection("members")
                        .find(new Document("_id", late))
                        .first())
                .as("no start but the first looks through all members")
                .containsKey("name");
    }

    private void store(Document member) {
        mongo.getCollection("members").insertOne(member);
    }

    private MongoKnownMembers started() {
        return new MongoKnownMembers(mongo, views, facts, migrations);
    }
}
