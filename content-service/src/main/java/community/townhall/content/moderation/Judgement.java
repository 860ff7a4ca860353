/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.moderation;

import community.townhall.content.post.Change;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostEvent;
import community.townhall.content.post.PostStatus;
import community.townhall.content.post.Proposal;
import community.townhall.content.post.Publication;
import community.townhall.content.post.Revision;
import community.townhall.content.post.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ruling held against the post as it stands.
 *
 * <p>What moderation says is all it holds of the post: whether the whole of it is taken from view, and how the newest
 * text it knows stands. So the latest word counts alone, whatever came before it or was missed: each ruling carries a
 * version, the text in force and a proposed one each remember the highest they met, and a lower one changes nothing.
 * Rulings may come late, twice or out of order, and the post ends alike.
 */
public record Judgement(Post post, Ruling said, Instant now) {

    /** What it comes to. Of a text that is neither in force nor proposed it says nothing; but it may end a takedown. */
    public Change change() {
        Proposal proposal = post.proposal();
        if (post.status().isPrivate() || isOvertaken(proposal)) {
            return Change.nothing(post, now);
        }
        if (said.isTakedown() || said.revision() == post.text().revision()) {
            return standing(post, said, said.status());
        }
        if (proposal != null && said.revision() == proposal.text().revision()) {
            return ofProposal(proposal);
        }
        return isTakenDown() ? putBack(post) : Change.nothing(post, now);
    }

    private boolean isOvertaken(@Nullable Proposal proposal) {
        return !said.isNewerThan(post.ruling()) || (proposal != null && !said.isNewerThan(proposal.ruling()));
    }

    private boolean isTakenDown() {
        Ruling ruling = post.ruling();
        return ruling != null && ruling.isTakedown();
    }

    private Change ofProposal(Proposal proposal) {
        if (said.standing() == Ruling.Standing.APPROVED) {
            Revision former = new Revision(post.text(), post.publication().publishedAt() != null);
            return standing(post.withText(proposal.text(), null), said, PostStatus.PUBLISHED)
                    .superseding(List.of(former));
        }
        Proposal answered = new Proposal(proposal.text(), said);
        Post next = post.withText(post.text(), answered);
        Change change = isTakenDown() ? putBack(next) : Change.of(next, now);
        return answered.isDeclined() ? change.alsoTelling(new PostEvent.EditDeclined(change.post())) : change;
    }

    /** The takedown has ended: what was let through is in view again, a text that nobody judged waits. */
    private Change putBack(Post next) {
        return post.proposal() != null
                ? standing(next, said.approving(post.text().revision()), PostStatus.PUBLISHED)
                : standing(next, said, PostStatus.PENDING);
    }

    /**
     * @param next with the text that is to be in force
     * @param kept the ruling to remember with it
     */
    private Change standing(Post next, Ruling kept, PostStatus ruled) {
        Publication former = post.publication();
        PostStatus becomes = former.withdrawn() ? PostStatus.REMOVED : ruled;
        boolean first = becomes == PostStatus.PUBLISHED && former.publishedAt() == null;
        Instant at = first && post.authorship().isImported() ? post.authorship().createdAt() : now;
        Post stood = next.withRuling(kept)
                .withPublication(becomes == PostStatus.PUBLISHED ? former.publishedFrom(at) : former.as(becomes));
        List<PostEvent> events = new ArrayList<>();
        if (stood.text().revision() != post.text().revision()) {
            events.add(new PostEvent.Revised(stood));
        }
        if (becomes != post.status()) {
            events.add(became(stood, first));
        }
        return new Change(stood, events, at, List.of(), true);
    }

    private static PostEvent became(Post stood, boolean first) {
        return switch (stood.status()) {
            case PUBLISHED -> first ? new PostEvent.Published(stood) : new PostEvent.Restored(stood);
            case HELD -> new PostEvent.Held(stood);
            case REJECTED -> new PostEvent.Rejected(stood);
            case HIDDEN -> new PostEvent.Hidden(stood);
            case REMOVED -> new PostEvent.Removed(stood);
            case PENDING -> new PostEvent.Edited(stood);
            case DRAFT, SCHEDULED -> throw new IllegalStateException("No ruling leads to " + stood.status());
        };
    }
}
