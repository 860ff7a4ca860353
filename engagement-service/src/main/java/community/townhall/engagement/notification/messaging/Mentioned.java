/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.member.Members;
import community.townhall.engagement.notification.Mention;
import community.townhall.engagement.notification.NotificationKind;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is named in a text. */
@Component
class Mentioned {

    static final NotificationKind KIND = NotificationKind.ofText("mentioned");

    private final Members members;

    Mentioned(Members members) {
        this.members = members;
    }

    /** How a text is written that an event carries. */
    static Markup markup(community.townhall.events.@Nullable Markup told) {
        return told == community.townhall.events.Markup.HTML ? Markup.HTML : Markup.MARKDOWN;
    }

    /**
     * Their ids, in the order they are named; code names nobody.
     *
     * @param text which no member has read as it stands: what is rendered of it counts
     */
    List<String> in(String text, Markup markup, Place place) {
        if (text.indexOf('@') < 0 && text.indexOf('＠') < 0 && text.indexOf('&') < 0) {
            return List.of();
        }
        List<Mention> mentions = Mention.in(Texts.render(text, markup, place).prose());
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
