/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.community.member.KnownMember;
import community.townhall.community.member.KnownMembers;
import community.townhall.content.post.AcceptedAnswer;
import community.townhall.content.post.Authorship;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostEvent;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostStatus;
import community.townhall.content.post.Proposal;
import community.townhall.content.post.Publication;
import community.townhall.content.post.Ruling;
import community.townhall.content.post.Text;
import community.townhall.events.PublicationStatus;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostRevised;
import community.townhall.events.content.PostState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostEventMapperTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SHOWN = WRITTEN.plusSeconds(5);
    private static final Instant EDITED = WRITTEN.plusSeconds(60);

    private final PostEventMapper mapper = new PostEventMapper(new OnlyAda());

    /** Knows one member. */
    private static final class OnlyAda implements KnownMembers {

        @Override
        public void keep(KnownMember member) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void introduce(String memberId, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> namesOf(Collection<String> memberIds) {
            return memberIds.contains("ada") ? Map.of("ada", "Ada Lovelace") : Map.of();
        }
    }

    @Test
    void what_was_imported_makes_nobody_known() {
        assertThat(((PostCreated) mapper.toContract(new PostEvent.Created(post(null)), 1)).authorName())
                .isNull();
    }

    @Test
    void others_hear_the_whole_state_of_the_post() {
        PostState expected = new PostState(
                "q",
                "ada",
                community.townhall.events.content.PostKind.QUESTION,
                "Title",
                List.of("java"),
                null,
                "text",
                1,
                new PostState.ProposedEdit(2, "New title", "new text", EDITED),
                PublicationStatus.PUBLISHED,
                "a1",
                WRITTEN,
                SHOWN,
                "x.org");

        assertThat(mapper.toContract(new PostEvent.Revised(post(null)), 7)).isEqualTo(new PostRevised(expected));
        assertThat(mapper.toContract(
                        new PostEvent.AnswerAccepted(
                                post(null), new AcceptedAnswer("a1", "bob"), new AcceptedAnswer("a2", "eve")),
                        7))
                .isEqualTo(new AnswerAccepted(
                        expected,
                        new community.townhall.events.content.AcceptedAnswer("a1", "bob"),
                        new community.townhall.events.content.AcceptedAnswer("a2", "eve")));
    }

    @Test
    void a_declined_edit_no_longer_waits_for_anything() {
        PostRevised told = (PostRevised) mapper.toContract(
                new PostEvent.Revised(post(new Ruling(2, 2, Ruling.Standing.REJECTED, List.of(), false, EDITED))), 7);

        assertThat(told.post().proposedEdit()).isNull();
    }

    @Test
    void every_kind_and_status_has_its_name_in_the_contract() {
        assertThat(community.townhall.events.content.PostKind.values())
                .extracting(Enum::name)
                .containsAll(names(PostKind.values()));
        assertThat(PublicationStatus.values()).extracting(Enum::name).containsAll(names(PostStatus.values()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).<String>map(Enum::name).toList();
    }

    private static Post post(@Nullable Ruling ofProposal) {
        return new Post(
                "q",
                6,
                new Authorship("ada", PostKind.QUESTION, null, WRITTEN, "x.org", "hash"),
                List.of("java"),
                new Text(1, "Title", "text", WRITTEN),
                new Proposal(new Text(2, "New title", "new text", EDITED), ofProposal),
                new Publication(PostStatus.PUBLISHED, false, null, SHOWN),
                null,
                new AcceptedAnswer("a1", "bob"));
    }
}
