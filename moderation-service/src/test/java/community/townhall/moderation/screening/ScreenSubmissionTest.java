/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.Reason;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.Standing;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.phase.NewMember;
import community.townhall.moderation.screening.phase.Repeat;
import community.townhall.moderation.screening.phase.Velocity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody's texts keep those of others waiting: what one author may cost in a minute is bounded, counted in texts read. */
class ScreenSubmissionTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final int MOST = 20;

    private int handedIn;
    private final List<String> read = new ArrayList<>();
    private final Stored contents = new Stored();
    private final Velocity velocity = new Velocity(MOST, Duration.ofMinutes(1));
    private final NewMember newMember = new NewMember(0, true);
    private final Repeat repeat = new Repeat(Duration.ofDays(1), 5, 3);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Added recentTexts = new Added();
    private final ScreenSubmission screening = new ScreenSubmission(
            contents,
            recentTexts,
            new Pipeline(List.of(velocity, repeat, new NotesWhatIsRead())),
            velocity,
            newMember,
            new LiftRepeats(contents, recentTexts, repeat, clock),
            clock);

    @Test
    void of_fifty_texts_of_one_author_in_a_minute_twenty_are_read_and_anothers_comes_next() {
        List<Screening> hostile = IntStream.range(0, 50)
                .mapToObj(index -> screen("post " + index, "mallory", 1))
                .toList();

        assertThat(read).hasSize(MOST);
        assertThat(hostile.subList(MOST, 50)).allSatisfy(late -> {
            assertThat(late.standing()).isEqualTo(Standing.HELD);
            assertThat(late.reasons()).extracting(Reason::rule).containsExactly("velocity");
        });
        assertThat(screen("another", "ada", 1).standing()).isEqualTo(Standing.APPROVED);
        assertThat(read).hasSize(MOST + 1);
    }

    @Test
    void edits_of_one_text_count_like_texts() {
        IntStream.rangeClosed(1, 50).forEach(revision -> screen("post", "mallory", revision));

        assertThat(read).hasSize(MOST);
    }

    @Test
    void what_was_imported_is_read_however_much_it_is() {
        IntStream.range(0, 50)
                .forEach(index -> screening.screen(submission("post " + index, "ada", 1, "elsewhere.example")));

        assertThat(read).hasSize(50);
    }

    @Test
    void a_text_is_let_go_whose_model_is_deleted_while_it_is_judged() {
        screening.screen(saying("first"));
        contents.beforeInsert = () -> contents.delete("first");

        screening.screen(saying("second"));

        assertThat(contents.find("second").orElseThrow().standing()).isEqualTo(Standing.APPROVED);
        contents.beforeInsert = () -> {};
        screening.screen(saying("third"));
        assertThat(contents.find("third").orElseThrow().standing()).isEqualTo(Standing.HELD);
    }

    @Test
    void a_text_said_again_under_another_title_is_held() {
        screening.screen(titled("first", "One title"));
        screening.screen(titled("second", "Another title"));
        screening.screen(titled("first", "A better title", 2));

        assertThat(contents.find("first").orElseThrow().standing()).isEqualTo(Standing.APPROVED);
        assertThat(contents.find("second").orElseThrow().standing()).isEqualTo(Standing.HELD);
    }

    private Submission titled(String subject, String title) {
        return titled(subject, title, 1);
    }

    private Submission titled(String subject, String title, int revision) {
        return new Submission(
                SubjectType.POST,
                subject,
                "ada",
                new Revision(revision, title, "All say this"),
                NOW.plusSeconds(++handedIn),
                null);
    }

    private static Submission saying(String subject) {
        return new Submission(
                SubjectType.POST, subject, null, "ada", new Revision(1, null, "All say this"), null, NOW, null);
    }

    private Screening screen(String subject, String author, int revision) {
        return screening.screen(submission(subject, author, revision, null)).orElseThrow();
    }

    private static Submission submission(String subject, String author, int revision, @Nullable String origin) {
        return new Submission(
                SubjectType.POST,
                subject,
                null,
                author,
                new Revision(revision, null, (subject + " has a long text ").repeat(200)),
                null,
                NOW,
                origin);
    }

    private final class NotesWhatIsRead implements Phase {

        @Override
        public String name() {
            return "reading";
        }

        @Override
        public Verdict judge(Submission submission, Context context) {
            if (context.reading().complete()) {
                read.add(submission.subjectId());
            }
            return Verdict.pass(name());
        }
    }

    private static final class Added implements RecentTexts {

        private final Map<String, List<RecentText>> byAuthor = new HashMap<>();

        @Override
        public List<RecentText> by(String authorId) {
            return List.copyOf(byAuthor.getOrDefault(authorId, List.of()));
        }

        @Override
        public List<RecentText> add(String authorId, RecentText text) {
            List<RecentText> before = by(authorId);
            byAuthor.computeIfAbsent(authorId, author -> new ArrayList<>()).add(text);
            return before;
        }
    }

    private static final class Stored implements Contents {

        private final Map<String, Content> byId = new LinkedHashMap<>();
        private Runnable beforeInsert = () -> {};

        void delete(String id) {
            byId.computeIfPresent(
                    id, (key, content) -> content.deleted(NOW).orElseThrow().content());
        }

        @Override
        public Optional<Content> find(String id) {
            return Optional.ofNullable(byId.get(id));
        }

        @Override
        public boolean insert(Content.Change change, Instant at) {
            beforeInsert.run();
            return byId.putIfAbsent(change.content().id(), change.content()) == null;
        }

        @Override
        public void update(Content.Change change, Instant at) {
            byId.put(change.content().id(), change.content());
        }

        @Override
        public List<Below> below(String id, @Nullable String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> thoseBy(String authorId, Collection<String> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> deletedAmong(Collection<String> ids) {
            return ids.stream()
                    .filter(id -> byId.containsKey(id) && byId.get(id).isDeleted())
                    .collect(Collectors.toSet());
        }

        @Override
        public int approvedPostsBy(String authorId, int atMost) {
            throw new UnsupportedOperationException();
        }
    }
}
