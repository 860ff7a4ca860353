/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post or an answer, and what its author decides about it.
 *
 * @param version as loaded; 1 for a new one
 * @param topics slugs; an answer carries its question's
 * @param text the revision in force
 * @param proposal an edit of a published post that is not in force
 * @param ruling moderation's latest word on the post, absent before the first
 * @param accepted for a question, the answer its author accepted
 */
public record Post(
        String id,
        long version,
        Authorship authorship,
        List<String> topics,
        Text text,
        @Nullable Proposal proposal,
        Publication publication,
        @Nullable Ruling ruling,
        @Nullable AcceptedAnswer accepted) {

    public Post {
        topics = List.copyOf(topics);
    }

    /** Begins a post that its author goes on writing. */
    public static Change drafted(String id, Authorship authorship, List<String> topics, Text text) {
        return Change.of(begun(id, authorship, topics, text, Publication.DRAFT), authorship.createdAt());
    }

    /** Begins a post that is published from that time on. */
    public static Change scheduled(
            String id, Authorship authorship, List<String> topics, Text text, Instant publishAt) {
        Instant now = authorship.createdAt();
        return Change.of(begun(id, authorship, topics, text, Publication.scheduled(publishAt, now)), now);
    }

    /** Begins a post that is published once it is let through. */
    public static Change created(String id, Authorship authorship, List<String> topics, Text text) {
        Post post = begun(id, authorship, topics, text, Publication.PENDING);
        return Change.of(post, authorship.createdAt(), new PostEvent.Created(post));
    }

    private static Post begun(
            String id, Authorship authorship, List<String> topics, Text text, Publication publication) {
        text.requireWritable(authorship.isImported());
        return new Post(id, 1, authorship, topics, text, null, publication, null, null);
    }

    public PostStatus status() {
        return publication.status();
    }

    public PostKind kind() {
        return authorship.kind();
    }

    public String authorId() {
        return authorship.authorId();
    }

    public boolean isVisible() {
        return status().isVisible();
    }

    public boolean isBy(@Nullable String memberId) {
        return authorId().equals(memberId);
    }

    /** Whether a reader sees it: everybody once it is published, before and after only its author and moderators. */
    public boolean isVisibleTo(@Nullable String memberId, boolean moderator) {
        return isVisible() || isBy(memberId) || (moderator && !isItsAuthorsAlone());
    }

    /** A draft, or what was deleted before moderation had a word about it: a draft does not come out by being deleted. */
    private boolean isItsAuthorsAlone() {
        return status().isPrivate() || (publication.withdrawn() && ruling == null);
    }

    /** Whether lists of posts show it to everybody; answers stand under their question. */
    public boolean isListed() {
        return isVisible() && kind() != PostKind.ANSWER;
    }

    /** The page it stands on: its question's for an answer, else its own. */
    public String threadId() {
        return authorship.questionId() == null ? id : authorship.questionId();
    }

    /** The text in force and the proposed one. */
    public List<Revision> currentRevisions() {
        List<Revision> current = new ArrayList<>();
        current.add(new Revision(text, publication.publishedAt() != null));
        if (proposal != null) {
            current.add(new Revision(proposal.text(), false));
        }
        return List.copyOf(current);
    }

    /**
     * A new text, and perhaps other topics, by its author. A draft is rewritten in place. What is not in view is
     * replaced and screened again; what is in view stays until the new text is let through. Topics are the community's
     * own, so they change at once. It is written in the markup of the text that it replaces.
     *
     * @param title absent to keep the present one
     * @param newTopics absent to keep the present ones
     * @param expectedVersion the version its author saw; what others decided since does not matter, but a text or topics
     *     that were written since do
     */
    public Change edited(
            String memberId,
            @Nullable String title,
            String body,
            @Nullable List<String> newTopics,
            long expectedVersion,
            Instant now) {
        requireAuthor(memberId);
        Text latest = proposal == null ? text : proposal.text();
        if (!latest.wasSeenAt(expectedVersion, version)) {
            throw Refusal.stale("The text has changed since version %d".formatted(expectedVersion));
        }
        if (kind() == PostKind.ANSWER && title != null) {
            throw Refusal.invalid("title", "absent", "An answer has no title");
        }
        if (kind() == PostKind.ANSWER && newTopics != null) {
            throw Refusal.invalid("topics", "absent", "An answer has its question's topics");
        }
        String newTitle = title == null ? latest.title() : title;
        Post retagged = newTopics == null ? this : withTopics(newTopics);
        Text rewritten = latest.rewritten(newTitle, body, now, version + 1);
        rewritten.requireWritable(authorship.isImported());
        Text next = rewritten.asRevision(latest.revision() + 1);
        return switch (status()) {
            case DRAFT, SCHEDULED -> Change.of(retagged.withText(rewritten, null), now);
            case PENDING, HELD, REJECTED -> {
                Post replaced = retagged.withText(next, null).withPublication(publication.as(PostStatus.PENDING));
                yield Change.of(replaced, now, new PostEvent.Edited(replaced)).superseding(currentRevisions());
            }
            case PUBLISHED -> {
                if (rewritten.saysTheSameAs(latest)) {
                    Post chosen = retagged.withLatest(latest.since(version + 1));
                    yield retagged.topics().equals(topics)
                            ? Change.nothing(this, now)
                            : Change.of(chosen, now, new PostEvent.Revised(chosen));
                }
                Post proposed = retagged.withText(text, new Proposal(next, null));
                List<Revision> formerProposal =
                        proposal == null ? List.of() : List.of(new Revision(proposal.text(), false));
                yield Change.of(proposed, now, new PostEvent.Edited(proposed)).superseding(formerProposal);
            }
            case HIDDEN, REMOVED -> throw Refusal.conflict("What was taken from view cannot be edited");
        };
    }

    /** Its author has finished the draft, or does not wait for the set time. */
    public Change submitted(String memberId, Instant now) {
        requireAuthor(memberId);
        requirePrivate("published");
        return enteredScreening(now);
    }

    /** Its author sets or moves the time of its publication. */
    public Change scheduledFor(String memberId, Instant publishAt, Instant now) {
        requireAuthor(memberId);
        requirePrivate("scheduled");
        return Change.of(withPublication(Publication.scheduled(publishAt, now)), now);
    }

    /** Its author takes a scheduled post back to the drafts. */
    public Change unscheduled(String memberId, Instant now) {
        requireAuthor(memberId);
        requirePrivate("taken off the schedule");
        return status() == PostStatus.DRAFT
                ? Change.nothing(this, now)
                : Change.of(withPublication(Publication.DRAFT), now);
    }

    /** The set time has come. Nothing happens before it, or once somebody else has seen to it. */
    public Change dueAt(Instant now) {
        return publication.isDueAt(now) ? enteredScreening(now) : Change.nothing(this, now);
    }

    private Change enteredScreening(Instant now) {
        Post pending = withPublication(Publication.PENDING);
        return Change.of(pending, now, new PostEvent.Created(pending));
    }

    /** Its author removes it, for good. Nobody else hears of a draft's end: nobody knew of it. */
    public Change withdrawn(String memberId, Instant now) {
        requireAuthor(memberId);
        if (publication.withdrawn()) {
            return Change.nothing(this, now);
        }
        Post gone = withPublication(publication.asWithdrawn());
        return status().isPrivate()
                ? Change.of(gone, now)
                : Change.of(gone, now, new PostEvent.Removed(gone), new PostEvent.Withdrawn(gone));
    }

    /** @throws Refusal when somebody else asks */
    public void requireAuthor(String memberId) {
        if (!isBy(memberId)) {
            throw isVisible() ? Refusal.forbidden("Only its author may do this") : Refusal.unknown("post", id);
        }
    }

    private void requirePrivate(String what) {
        if (!status().isPrivate()) {
            throw Refusal.conflict(
                    "Only a draft or a scheduled post can be %s, this one is %s".formatted(what, status()));
        }
    }

    private Post withTopics(List<String> next) {
        return new Post(id, version, authorship, next, text, proposal, publication, ruling, accepted);
    }

    private Post withLatest(Text latest) {
        return proposal == null ? withText(latest, null) : withText(text, new Proposal(latest, proposal.ruling()));
    }

    /** With other texts. Like all that begins with this word, it decides nothing. */
    public Post withText(Text next, @Nullable Proposal nextProposal) {
        return new Post(id, version, authorship, topics, next, nextProposal, publication, ruling, accepted);
    }

    public Post withPublication(Publication next) {
        return new Post(id, version, authorship, topics, text, proposal, next, ruling, accepted);
    }

    public Post withRuling(Ruling next) {
        return new Post(id, version, authorship, topics, text, proposal, publication, next, accepted);
    }

    public Post withAccepted(@Nullable AcceptedAnswer next) {
        return new Post(id, version, authorship, topics, text, proposal, publication, ruling, next);
    }

    /** As stored by a change: one version on. */
    public Post stored() {
        return new Post(id, version + 1, authorship, topics, text, proposal, publication, ruling, accepted);
    }
}
