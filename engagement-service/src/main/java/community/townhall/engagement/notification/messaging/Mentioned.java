/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.member.Members;
import community.townhall.engagement.notification.Mention;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is named in a text. */
@Component
class Mentioned {

    private final Members members;

    Mentioned(Members members) {
        this.members = members;
    }

    /** Their ids, in the order they are named. */
    List<String> in(String markdown) {
        List<Mention> mentions = Mention.in(markdown);
        Map<String, String> known = members.mentionedBy(mentions.stream()
                .flatMap(mention -> mention.candidates().stream())
                .toList());
        return mentions.stream()
                .map(mention -> mention.among(known))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
