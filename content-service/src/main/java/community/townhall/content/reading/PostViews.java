/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import community.townhall.community.member.KnownMembers;
import community.townhall.content.figures.Figures;
import community.townhall.content.post.AcceptedAnswer;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostStatus;
import community.townhall.content.post.Proposal;
import community.townhall.content.post.Text;
import community.townhall.content.reading.PostReadings.ListedPost;
import community.townhall.content.text.RenderedTexts;
import community.townhall.kit.security.Caller;
import community.townhall.texts.Markup;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Posts as their readers see them. */
public final class PostViews {

    private final KnownMembers names;
    private final RenderedTexts texts;
    private final PostReadings readings;

    PostViews(KnownMembers names, RenderedTexts texts, PostReadings readings) {
        this.names = names;
        this.texts = texts;
        this.readings = readings;
    }

    /** An answer goes with its question: when readers do not see that one, they do not see it. */
    public boolean mayRead(Post post, @Nullable Caller caller) {
        boolean insider = post.isBy(memberId(caller)) || isModerator(caller);
        return post.isVisibleTo(memberId(caller), isModerator(caller)) && (insider || goesWithItsQuestion(post));
    }

    private boolean goesWithItsQuestion(Post post) {
        String questionId = post.authorship().questionId();
        return questionId == null
                || !readings.publishedAmong(Set.of(questionId)).isEmpty();
    }

    /** Without the answers whose question readers do not see. */
    public List<ListedPost> withoutStrayAnswers(List<ListedPost> found) {
        Set<String> questions = found.stream()
                .map(listed -> listed.reading().post().authorship().questionId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (questions.isEmpty()) {
            return found;
        }
        Set<String> published = readings.publishedAmong(questions);
        return found.stream()
                .filter(listed -> {
                    String questionId = listed.reading().post().authorship().questionId();
                    return questionId == null || published.contains(questionId);
                })
                .toList();
    }

    public static @Nullable String memberId(@Nullable Caller caller) {
        return caller == null ? null : caller.memberId();
    }

    public static boolean isModerator(@Nullable Caller caller) {
        return caller != null && caller.isModerator();
    }

    public PostView view(PostReading reading, @Nullable Caller caller) {
        return view(reading, caller, names.namesOf(Set.of(reading.post().authorId())));
    }

    /** The post as just decided, with whatever figures it has by now. */
    public PostView view(Post decided, Caller caller) {
        Figures figures = decided.version() == 1
                ? Figures.NONE
                : readings.find(decided.id()).map(PostReading::figures).orElse(Figures.NONE);
        return view(
                readings.shown(List.of(new PostReading(decided, figures, ""))).getFirst(), caller);
    }

    public List<PostView> views(List<PostReading> readings, @Nullable Caller caller) {
        Map<String, String> authors = namesOf(readings);
        return readings.stream().map(reading -> view(reading, caller, authors)).toList();
    }

    public List<PostSummary> summaries(List<PostReading> readings) {
        Map<String, String> authors = namesOf(readings);
        return readings.stream().map(reading -> summary(reading, authors)).toList();
    }

    private Map<String, String> namesOf(Collection<PostReading> readings) {
        return names.namesOf(
                readings.stream().map(reading -> reading.post().authorId()).collect(Collectors.toSet()));
    }

    private PostView view(PostReading reading, @Nullable Caller caller, Map<String, String> authors) {
        Post post = reading.post();
        Figures figures = reading.figures();
        boolean insider = post.isBy(memberId(caller)) || isModerator(caller);
        return new PostView(
                post.id(),
                post.kind(),
                post.status(),
                post.text().title(),
                post.text().body(),
                markup(post, post.text()),
                html(post, post.text()),
                post.topics(),
                author(post, authors),
                post.authorship().questionId(),
                acceptedAnswerId(post),
                figures.score(),
                figures.up(),
                figures.down(),
                figures.comments(),
                figures.answers(),
                post.text().revision(),
                post.version(),
                post.authorship().createdAt(),
                post.publication().publishAt(),
                post.publication().publishedAt(),
                editedAt(post),
                post.authorship().origin(),
                insider ? proposedEdit(post) : null,
                // The ruling on a text that was replaced meanwhile says nothing of the one that now waits.
                insider && post.status() != PostStatus.PENDING ? ModerationView.of(post.ruling()) : null);
    }

    private PostView.@Nullable ProposedEdit proposedEdit(Post post) {
        Proposal proposal = post.proposal();
        if (proposal == null) {
            return null;
        }
        Text text = proposal.text();
        return new PostView.ProposedEdit(
                text.revision(),
                text.title(),
                text.body(),
                markup(post, text),
                html(post, text),
                text.at(),
                ModerationView.of(proposal.ruling()));
    }

    private static Markup markup(Post post, Text text) {
        return text.markup(post.authorship().isImported());
    }

    private String html(Post post, Text text) {
        return texts.render(post.id(), text.revision(), text.at(), text.body(), markup(post, text))
                .html();
    }

    private static PostSummary summary(PostReading reading, Map<String, String> authors) {
        Post post = reading.post();
        Figures figures = reading.figures();
        return new PostSummary(
                post.id(),
                post.kind(),
                post.status(),
                post.text().title(),
                reading.excerpt(),
                post.topics(),
                author(post, authors),
                post.authorship().questionId(),
                acceptedAnswerId(post),
                figures.score(),
                figures.up(),
                figures.down(),
                figures.comments(),
                figures.answers(),
                post.authorship().createdAt(),
                post.publication().publishAt(),
                post.publication().publishedAt(),
                editedAt(post),
                post.authorship().origin());
    }

    private static AuthorView author(Post post, Map<String, String> authors) {
        String id = post.authorId();
        return new AuthorView(id, authors.get(id));
    }

    private static @Nullable String acceptedAnswerId(Post post) {
        AcceptedAnswer accepted = post.accepted();
        return accepted == null ? null : accepted.answerId();
    }

    private static @Nullable Instant editedAt(Post post) {
        return post.text().revision() == 1 ? null : post.text().at();
    }
}
