/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import community.townhall.engagement.follow.Follow;
import community.townhall.engagement.follow.Follows;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells those who follow something of a new text: a page at once, and the others in the background. */
public final class TellFollowers {

    private static final int PAGE = 100;

    private final Follows follows;
    private final Notify notify;
    private final Later later;

    public TellFollowers(Follows follows, Notify notify, Later later) {
        this.follows = follows;
        this.notify = notify;
        this.later = later;
    }

    /** Goes on in the background, step by step, until there are no more. */
    @FunctionalInterface
    public interface Later {

        /** @param place where to go on; the same news is begun once */
        void goOn(News news, String place);
    }

    /** @param happening knows who was told of it already */
    public void tell(News news, Notify.Happening happening) {
        page(news, null, happening).ifPresent(place -> later.goOn(news, place));
    }

    /**
     * Tells a page of them.
     *
     * @param place where the former page ended
     * @return where this one did, empty when it was the last
     */
    public Optional<String> page(News news, String place) {
        return page(news, place, notify.happening());
    }

    private Optional<String> page(News news, @Nullable String place, Notify.Happening happening) {
        int room = PAGE;
        int audience = place == null ? 0 : Integer.parseInt(place.substring(0, place.indexOf('/')));
        @Nullable String after = place == null ? null : place.substring(place.indexOf('/') + 1);
        for (; audience < news.audiences().size(); audience++, after = null) {
            News.Audience of = news.audiences().get(audience);
            @Nullable String start = after == null || after.isEmpty() ? null : after;
            List<Follow> page = follows.ofFollowed(of.type(), of.followedId(), news.at(), start, room);
            page.forEach(follow -> happening.tell(news.to(follow.memberId(), of.kind())));
            room -= page.size();
            if (room == 0) {
                return Optional.of(audience + "/" + page.getLast().id());
            }
        }
        return Optional.empty();
    }
}
