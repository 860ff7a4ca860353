/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.content.post.Post;
import community.townhall.content.post.PostStatus;
import community.townhall.content.post.Proposal;
import community.townhall.content.post.Ruling;
import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.CommentStatus;
import community.townhall.moderation.cases.Case;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever members and moderators do, in whatever order, and however late, often or disordered the others hear of it:
 * once all is heard, moderation holds of a text what its owner shows. All orders up to length five are walked.
 */
class AgreementTest {

    private static final int LONGEST = 5;

    @ParameterizedTest
    @EnumSource
    void after_every_order_that_is_heard_of_at_once(World.Kind kind) {
        long walked = 0;
        for (String first : List.of("clean", "coarse")) {
            walked += walk(kind, first, LONGEST, (world, _) -> world.settle());
        }
        assertThat(walked).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @EnumSource
    void after_every_order_that_is_heard_of_only_at_its_end(World.Kind kind) {
        for (String first : List.of("clean", "coarse")) {
            walk(kind, first, LONGEST - 1, (_, _) -> {});
        }
    }

    @ParameterizedTest
    @EnumSource
    void after_every_order_that_is_heard_of_late_twice_and_in_disorder(World.Kind kind) {
        for (int seed = 1; seed <= 2; seed++) {
            Random random = new Random(seed);
            walk(kind, "clean", LONGEST - 1, (world, _) -> world.deliverSome(random));
            walk(kind, "coarse", LONGEST - 1, (world, _) -> world.deliverSome(random));
        }
    }

    /** Longer lives, at random. */
    @ParameterizedTest
    @EnumSource
    void after_long_lives(World.Kind kind) {
        Act[] acts = Act.values();
        for (int seed = 1; seed <= 3_000; seed++) {
            Random random = new Random(seed);
            List<Act> order =
                    random.ints(12, 0, acts.length).mapToObj(i -> acts[i]).toList();
            live(kind, "clean", order, (world, _) -> {
                if (random.nextBoolean()) {
                    world.deliverSome(random);
                }
            });
        }
    }

    @Test
    void what_is_restored_is_to_be_seen_again() {
        for (World.Kind kind : World.Kind.values()) {
            for (Act takedown : List.of(Act.HIDE, Act.REMOVE)) {
                World world = new World(kind, "clean");
                for (Act act : List.of(Act.EDIT_COARSE, takedown, Act.RESTORE)) {
                    world.settle();
                    assertThat(world.attempt(act)).as(kind + " " + act).isTrue();
                }
                world.settle();
                assertThat(world.content().isVisible()).isTrue();
                if (kind != World.Kind.COMMENT) {
                    assertThat(world.attempt(Act.APPROVE))
                            .as("the held edit is decided")
                            .isTrue();
                    world.settle();
                    assertThat(world.post().text().revision()).isEqualTo(2);
                }
            }
        }
    }

    /** Every order of acts up to that length; an act that is refused leads nowhere new. */
    private static long walk(World.Kind kind, String first, int length, BiConsumer<World, Act> afterEach) {
        List<List<Act>> orders = List.of(List.of());
        long walked = 0;
        for (int step = 1; step <= length; step++) {
            List<List<Act>> longer = new ArrayList<>();
            for (List<Act> order : orders) {
                for (Act act : Act.values()) {
                    List<Act> next = new ArrayList<>(order);
                    next.add(act);
                    if (live(kind, first, next, afterEach)) {
                        longer.add(next);
                    }
                    walked++;
                }
            }
            orders = longer;
        }
        return walked;
    }

    /** @return whether the last act was done */
    private static boolean live(World.Kind kind, String first, List<Act> order, BiConsumer<World, Act> afterEach) {
        World world = new World(kind, first);
        boolean done = true;
        for (Act act : order) {
            afterEach.accept(world, act);
            done = world.attempt(act);
        }
        world.settle();
        String what = kind + " " + first + " " + order;
        if (kind == World.Kind.COMMENT) {
            agree(what, world.content(), world.comment());
        } else {
            agree(what, world.content(), world.post());
        }
        world.caseAbout()
                .ifPresentOrElse(
                        about -> fits(what, world.content(), about),
                        () -> assertThat(world.content().isWaiting())
                                .as("held without a case: " + what)
                                .isFalse());
        return done;
    }

    private static void fits(String what, Content content, Case about) {
        if (content.isDeleted()) {
            assertThat(about.isClosed())
                    .as("a case about what is deleted: " + what)
                    .isTrue();
        } else if (content.isWaiting()) {
            assertThat(about.isClosed()).as("held, but closed: " + what).isFalse();
            assertThat(about.snapshot()).as(what).isEqualTo(content.latest());
        }
    }

    private static void agree(String what, Content content, Post post) {
        assertThat(content.isDeleted()).as(what).isEqualTo(post.publication().withdrawn());
        if (content.isDeleted()) {
            assertThat(post.isVisible()).as(what).isFalse();
            return;
        }
        assertThat(post.isVisible()).as(what).isEqualTo(content.isVisible());
        Proposal proposal = post.proposal();
        assertThat(content.latest().number())
                .as(what)
                .isEqualTo(
                        proposal == null
                                ? post.text().revision()
                                : proposal.text().revision());
        if (content.standing().isTakenDown()) {
            assertThat(post.status().name())
                    .as(what)
                    .isEqualTo(content.standing().name());
            return;
        }
        Revision visible = content.visible();
        if (visible == null) {
            assertThat(post.status())
                    .as(what)
                    .isEqualTo(content.standing() == Standing.HELD ? PostStatus.HELD : PostStatus.REJECTED);
            return;
        }
        assertThat(post.text().revision()).as(what).isEqualTo(visible.number());
        assertThat(post.text().body()).as(what).isEqualTo(visible.text());
        if (content.standing() == Standing.APPROVED) {
            assertThat(proposal).as(what).isNull();
        } else {
            assertThat(Optional.ofNullable(proposal)
                            .map(Proposal::ruling)
                            .map(Ruling::standing)
                            .map(Enum::name))
                    .as(what)
                    .contains(content.standing().name());
        }
    }

    private static void agree(String what, Content content, Comment comment) {
        assertThat(content.isDeleted()).as(what).isEqualTo(comment.deletedByAuthor());
        if (content.isDeleted()) {
            assertThat(comment.isVisible()).as(what).isFalse();
            return;
        }
        assertThat(comment.isVisible()).as(what).isEqualTo(content.isVisible());
        assertThat(comment.revision()).as(what).isEqualTo(content.latest().number());
        CommentStatus expected = switch (content.standing()) {
            case APPROVED -> CommentStatus.PUBLISHED;
            case HELD -> CommentStatus.HELD;
            case REJECTED -> CommentStatus.REJECTED;
            case HIDDEN -> CommentStatus.HIDDEN;
            case REMOVED -> CommentStatus.REMOVED;
        };
        assertThat(comment.status()).as(what).isEqualTo(expected);
    }
}
