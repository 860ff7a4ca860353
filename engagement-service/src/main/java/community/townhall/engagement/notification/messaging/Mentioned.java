/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.member.Members;
import community.townhall.engagement.notification.Mention;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
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

    /**
     * Their ids, in the order they are named; code names nobody.
     *
     * @param markdown which no member has read as it stands: what is rendered of it counts
     */
    List<String> in(String markdown, Place place) {
        if (markdown.indexOf('@') < 0 && markdown.indexOf('&') < 0) {
            return List.of();
        }
        List<Mention> mentions =
                Mention.in(Texts.render(markdown, Markup.MARKDOWN, place).prose());
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
