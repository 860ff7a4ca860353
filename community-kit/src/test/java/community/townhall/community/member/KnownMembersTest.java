/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.community.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.engagement.MemberJoined;
import community.townhall.events.engagement.MemberProfileChanged;
import community.townhall.events.engagement.MemberState;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

/** What a service knows of members it does not own. */
@ServiceTest
class KnownMembersTest {

    @Autowired
    private KnownMembers members;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    private final String ada = Ids.next();

    @Test
    void a_member_is_called_as_told_last() {
        TestEvents events = new TestEvents(kafka);
        events.send(new MemberProfileChanged(called("Ada Lovelace")), 2);
        awaitName("Ada Lovelace");

        events.send(new MemberJoined(called("Ada")), 1);
        events.send(new MemberProfileChanged(called("Countess of Lovelace")), 3);

        awaitName("Countess of Lovelace");
    }

    @Test
    void the_name_of_an_access_token_serves_until_one_is_told() {
        members.introduce(ada, "ada@token");
        members.introduce(ada, "another");
        awaitName("ada@token");

        members.keep(new KnownMember(ada, 1, "Ada"));
        members.introduce(ada, "ada@token");

        awaitName("Ada");
        assertThat(members.namesOf(List.of(ada, Ids.next()))).isEqualTo(Map.of(ada, "Ada"));
    }

    private MemberState called(String name) {
        return new MemberState(ada, name, Instant.EPOCH, null);
    }

    private void awaitName(String name) {
        await().until(() -> name.equals(members.namesOf(List.of(ada)).get(ada)));
    }
}
