/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.messaging;

import community.townhall.community.member.KnownMembers;
import community.townhall.content.post.AcceptedAnswer;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostEvent;
import community.townhall.content.post.Proposal;
import community.townhall.content.post.Text;
import community.townhall.events.Event;
import community.townhall.events.Markup;
import community.townhall.events.PublicationStatus;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.AnswerUnaccepted;
import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostEditDeclined;
import community.townhall.events.content.PostEdited;
import community.townhall.events.content.PostHeld;
import community.townhall.events.content.PostHidden;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostRejected;
import community.townhall.events.content.PostRemoved;
import community.townhall.events.content.PostRestored;
import community.townhall.events.content.PostRevised;
import community.townhall.events.content.PostState;
import community.townhall.events.content.PostWithdrawn;
import community.townhall.kit.outbox.EventMapper;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts as the other services hear of them. */
@Component
class PostEventMapper implements EventMapper<PostEvent> {

    private final KnownMembers names;

    PostEventMapper(KnownMembers names) {
        this.names = names;
    }

    @Override
    public Event toContract(PostEvent happened, long version) {
        PostState post = state(happened.post());
        return switch (happened) {
            case PostEvent.Created created -> new PostCreated(post, authorName(post));
            case PostEvent.Edited edited -> new PostEdited(post);
            case PostEvent.Published published -> new PostPublished(post);
            case PostEvent.Held held -> new PostHeld(post);
            case PostEvent.Rejected rejected -> new PostRejected(post);
            case PostEvent.Revised revised -> new PostRevised(post);
            case PostEvent.EditDeclined declined -> new PostEditDeclined(post);
            case PostEvent.Hidden hidden -> new PostHidden(post);
            case PostEvent.Removed removed -> new PostRemoved(post);
            case PostEvent.Withdrawn withdrawn -> new PostWithdrawn(post);
            case PostEvent.Restored restored -> new PostRestored(post);
            case PostEvent.AnswerAccepted accepted ->
                new AnswerAccepted(
                        post,
                        answer(accepted.accepted()),
                        accepted.formerly() == null ? null : answer(accepted.formerly()));
            case PostEvent.AnswerUnaccepted unaccepted -> new AnswerUnaccepted(post, answer(unaccepted.formerly()));
        };
    }

    private @Nullable String authorName(PostState post) {
        return post.origin() == null ? names.namesOf(Set.of(post.authorId())).get(post.authorId()) : null;
    }

    private static PostState state(Post post) {
        AcceptedAnswer accepted = post.accepted();
        return new PostState(
                post.id(),
                post.authorId(),
                PostKind.valueOf(post.kind().name()),
                post.text().title(),
                post.topics(),
                post.authorship().questionId(),
                post.text().body(),
                post.text().revision(),
                proposedEdit(post.proposal()),
                PublicationStatus.valueOf(post.status().name()),
                accepted == null ? null : accepted.answerId(),
                post.authorship().createdAt(),
                post.publication().publishedAt(),
                post.authorship().origin(),
                markup(post.text()));
    }

    /** A declined one waits for nothing. */
    private static PostState.@Nullable ProposedEdit proposedEdit(@Nullable Proposal proposal) {
        if (proposal == null || proposal.isDeclined()) {
            return null;
        }
        return new PostState.ProposedEdit(
                proposal.text().revision(),
                proposal.text().title(),
                proposal.text().body(),
                proposal.text().at(),
                markup(proposal.text()));
    }

    private static @Nullable Markup markup(Text text) {
        return text.markup() == null ? null : Markup.valueOf(text.markup().name());
    }

    private static community.townhall.events.content.AcceptedAnswer answer(AcceptedAnswer answer) {
        return new community.townhall.events.content.AcceptedAnswer(answer.answerId(), answer.authorId());
    }
}
