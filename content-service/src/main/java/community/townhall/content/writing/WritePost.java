/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing;

import community.townhall.content.post.Authorship;
import community.townhall.content.post.Change;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.Posts;
import community.townhall.content.post.Text;
import community.townhall.content.topic.Topics;
import community.townhall.kit.refusal.Refusal;
import community.townhall.texts.Markup;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member writes a post, or an answer to a question; or an operator brings in what was written elsewhere. */
public final class WritePost {

    private final Posts posts;
    private final Topics topics;

    WritePost(Posts posts, Topics topics) {
        this.posts = posts;
        this.topics = topics;
    }

    /**
     * @param markup of what is imported, absent for Markdown
     * @param topicSlugs at least one, all of them existing
     * @param draft whether its author goes on writing
     * @param publishAt when it is to be published, absent for now
     * @param operator whether whoever asks is an operator of the community
     * @return the new post; the one there is already when that id is taken
     * @throws Refusal when a rule forbids it
     */
    public Post post(
            String id,
            Authorship authorship,
            String title,
            String body,
            @Nullable Markup markup,
            List<String> topicSlugs,
            boolean draft,
            @Nullable Instant publishAt,
            boolean operator) {
        if (authorship.kind() == PostKind.ANSWER) {
            throw Refusal.invalid("kind", "not-an-answer", "An answer is posted to its question");
        }
        if (authorship.kind() == PostKind.ANNOUNCEMENT && !operator) {
            throw Refusal.forbidden("Only operators announce");
        }
        if (publishAt != null && (draft || authorship.isImported())) {
            throw Refusal.invalid("publishAt", "exclusive", "A draft, or what is imported, has no time of publication");
        }
        requireKnown(topics, topicSlugs);
        Text text = text(authorship, title, body, markup);
        List<String> distinct = topicSlugs.stream().distinct().toList();
        Change first = draft
                ? Post.drafted(id, authorship, distinct, text)
                : publishAt != null
                        ? Post.scheduled(id, authorship, distinct, text, publishAt)
                        : Post.created(id, authorship, distinct, text);
        return add(first);
    }

    /**
     * @param markup of what is imported, absent for Markdown
     * @throws Refusal when a rule forbids it
     */
    public Post answer(String id, Authorship authorship, String body, @Nullable Markup markup, boolean moderator) {
        String questionId = java.util.Objects.requireNonNull(authorship.questionId(), "An answer answers something");
        Post question = posts.find(questionId)
                .filter(found -> authorship.isImported()
                        || posts.isSeen(found)
                        || found.isBy(authorship.authorId())
                        || (moderator && found.isVisibleTo(authorship.authorId(), true)))
                .orElseThrow(() -> Refusal.unknown("post", questionId));
        if (question.kind() != PostKind.QUESTION) {
            throw Refusal.conflict("Only a question has answers");
        }
        if (!authorship.isImported() && !question.isVisible()) {
            throw Refusal.conflict("The question is not published");
        }
        return add(Post.created(id, authorship, question.topics(), text(authorship, null, body, markup)));
    }

    private static Text text(Authorship authorship, @Nullable String title, String body, @Nullable Markup markup) {
        if (markup == Markup.MIXED || (markup == Markup.HTML && !authorship.isImported())) {
            throw Refusal.invalid("markup", "imported", "Only what is imported may be HTML");
        }
        return new Text(1, title, body, authorship.createdAt(), markup, 1L);
    }

    private Post add(Change first) {
        Post post = first.post();
        return posts.add(first)
                ? post
                : posts.find(post.id())
                        .orElseThrow(() -> new IllegalStateException(post.id() + " was there and is not"));
    }

    static void requireKnown(Topics topics, List<String> slugs) {
        Set<String> known = topics.known(slugs);
        for (int index = 0; index < slugs.size(); index++) {
            String slug = slugs.get(index);
            if (!known.contains(slug)) {
                throw Refusal.invalid("topics[%d]".formatted(index), "exists", "There is no topic " + slug);
            }
        }
    }
}
