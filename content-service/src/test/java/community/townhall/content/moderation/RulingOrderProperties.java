/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.content.post.Authorship;
import community.townhall.content.post.Change;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.Ruling;
import community.townhall.content.post.Ruling.Standing;
import community.townhall.content.post.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever order and however often moderation's rulings come, a post ends alike. */
class RulingOrderProperties {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** What moderation may say after each standing of the same text. */
    private static List<Standing> following(Standing standing) {
        return switch (standing) {
            case HELD -> List.of(Standing.APPROVED, Standing.REJECTED);
            case APPROVED -> List.of(Standing.HIDDEN, Standing.REMOVED);
            case REJECTED, REMOVED -> List.of(Standing.APPROVED);
            case HIDDEN -> List.of(Standing.APPROVED, Standing.REMOVED);
        };
    }

    /** A history: what moderation said, in the order it said so, of a first text or of an edit of it. */
    record History(Post post, List<Ruling> rulings) {}

    @Provide
    Arbitrary<History> firstTexts() {
        return Arbitraries.randoms().map(random -> new History(pending(), walk(random, 1, 0)));
    }

    /** The first text is published and an edit proposed; moderation goes on about either. */
    @Provide
    Arbitrary<History> edits() {
        return Arbitraries.randoms().map(random -> {
            Post published = new Judgement(pending(), said(1, 1, Standing.APPROVED), NOW)
                    .change()
                    .post();
            Post proposed = published
                    .edited("ada", null, "second", null, published.version(), NOW)
                    .post();
            List<Ruling> rulings = new ArrayList<>();
            boolean takenDownBefore = random.nextBoolean();
            if (takenDownBefore) {
                rulings.add(said(2, 1, Standing.HIDDEN));
                if (random.nextBoolean()) {
                    rulings.add(said(3, 1, Standing.APPROVED));
                }
            }
            rulings.addAll(walk(random, 2, 1 + rulings.size()));
            return new History(proposed, rulings);
        });
    }

    @Property
    void of_a_first_text(@ForAll("firstTexts") History history, @ForAll Random shuffle) {
        endsAlike(history, shuffle);
    }

    @Property
    void of_an_edit(@ForAll("edits") History history, @ForAll Random shuffle) {
        endsAlike(history, shuffle);
    }

    @Property
    void readers_see_what_moderation_said_last(@ForAll("firstTexts") History history, @ForAll Random shuffle) {
        Post end = apply(history.post(), disordered(history.rulings(), shuffle));

        assertThat(end.isVisible()).isEqualTo(history.rulings().getLast().standing() == Standing.APPROVED);
    }

    @Property
    void a_status_is_told_each_time_it_changes(@ForAll("edits") History history, @ForAll Random shuffle) {
        Post post = history.post();
        for (Ruling ruling : disordered(history.rulings(), shuffle)) {
            Change change = new Judgement(post, ruling, NOW).change();
            if (change.post().status() != post.status()) {
                assertThat(change.events()).isNotEmpty();
            }
            assertThat(change.events())
                    .allSatisfy(event -> assertThat(event.post())
                            .as("an event carries the state after it")
                            .isEqualTo(change.post()));
            post = change.post().stored();
        }
    }

    private static void endsAlike(History history, Random shuffle) {
        Post inOrder = apply(history.post(), history.rulings());
        Post disordered = apply(history.post(), disordered(history.rulings(), shuffle));

        assertThat(disordered.status()).isEqualTo(inOrder.status());
        if (inOrder.isVisible()) { // which text is in force where none is seen, the next ruling tells
            assertThat(disordered.text()).isEqualTo(inOrder.text());
            assertThat(disordered.proposal()).isEqualTo(inOrder.proposal());
        }
        assertThat(disordered.publication().publishedAt() != null || !disordered.isVisible())
                .isTrue();
    }

    /** Each at least once, some again, in any order. */
    private static List<Ruling> disordered(List<Ruling> rulings, Random random) {
        List<Ruling> deliveries = new ArrayList<>(rulings);
        rulings.stream().filter(ruling -> random.nextBoolean()).forEach(deliveries::add);
        java.util.Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private static Post apply(Post post, List<Ruling> rulings) {
        Post current = post;
        for (Ruling ruling : rulings) {
            Change change = new Judgement(current, ruling, NOW).change();
            current = change.changed() ? change.post().stored() : current;
        }
        return current;
    }

    private static List<Ruling> walk(Random random, int revision, long versionBefore) {
        List<Ruling> rulings = new ArrayList<>();
        List<Standing> possible = List.of(Standing.APPROVED, Standing.HELD, Standing.REJECTED);
        int length = 1 + random.nextInt(5);
        for (int step = 1; step <= length; step++) {
            Standing next = possible.get(random.nextInt(possible.size()));
            rulings.add(said(versionBefore + step, revision, next));
            possible = following(next);
        }
        return rulings;
    }

    private static Post pending() {
        Authorship ada = new Authorship("ada", PostKind.ARTICLE, null, NOW, null, null);
        return Post.created("p", ada, List.of("java"), new Text(1, "Title", "first", NOW))
                .post();
    }

    private static Ruling said(long version, int revision, Standing standing) {
        return new Ruling(version, revision, standing, List.of(), false, NOW);
    }
}
