/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ReactionProperties {

    private static final Target POST = new Target(TargetType.POST, "post", "ada", true, "Title", null);

    record Click(boolean gives, ReactionKind kind) {}

    private static MemberReactions after(MemberReactions before, Click click) {
        Optional<Reaction> current = before.in(click.kind().slot());
        Optional<? extends ReactionEvent> event = click.gives()
                ? Reaction.give(
                        current,
                        "id-" + click.kind().slot(),
                        POST,
                        Reactor.member("bob"),
                        click.kind(),
                        Instant.EPOCH,
                        null)
                : Reaction.withdraw(current, click.kind(), Instant.EPOCH);
        return event.map(happened -> before.with(happened.reaction())).orElse(before);
    }

    @Property
    void whatever_a_member_clicks_they_have_at_most_one_vote_and_what_they_clicked_last(
            @ForAll List<Boolean> gives, @ForAll List<ReactionKind> kinds) {
        MemberReactions reactions = new MemberReactions(List.of());
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < Math.min(gives.size(), kinds.size()); i++) {
            Click click = new Click(gives.get(i), kinds.get(i));
            reactions = after(reactions, click);
            if (click.gives()) {
                switch (click.kind()) {
                    case UP -> expected.remove("down");
                    case DOWN -> expected.remove("up");
                    default -> {}
                }
                expected.add(click.kind().label());
            } else {
                expected.remove(click.kind().label());
            }
        }
        assertThat(reactions.inForce()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property
    void doing_it_again_changes_nothing(@ForAll boolean gives, @ForAll ReactionKind kind) {
        MemberReactions once = after(new MemberReactions(List.of()), new Click(gives, kind));

        assertThat(after(once, new Click(gives, kind))).isSameAs(once);
    }

    @Property
    void what_a_member_sees_is_the_count_with_their_change_and_never_below_their_own(
            @ForAll ReactionKind former, @ForAll ReactionKind kind) {
        MemberReactions before = after(new MemberReactions(List.of()), new Click(true, former));
        MemberReactions after = after(before, new Click(true, kind));
        Map<String, Long> counts = new HashMap<>(Map.of("up", 7L, "down", 7L, "like", 7L, "thanks", 7L));

        Map<String, Long> seen = before.seenWith(counts, after);

        boolean turned = former != kind && former.slot().equals(kind.slot());
        assertThat(seen.getOrDefault(former.label(), 0L))
                .isEqualTo(turned ? 6L : Math.max(counts.getOrDefault(former.label(), 0L), 1));
        assertThat(seen.get(kind.label())).isGreaterThanOrEqualTo(1);
        assertThat(before.seenWith(Map.of(), after).values()).allMatch(count -> count == 1);
    }

    @Example
    void a_vote_turned_round_keeps_its_id() {
        Reaction up = Reaction.give(
                        Optional.empty(), "vote", POST, Reactor.member("bob"), ReactionKind.UP, Instant.EPOCH, null)
                .orElseThrow()
                .reaction();

        Reaction down = Reaction.give(
                        Optional.of(up), "other", POST, Reactor.member("bob"), ReactionKind.DOWN, Instant.MAX, null)
                .orElseThrow()
                .reaction();

        assertThat(down.kind()).isEqualTo(ReactionKind.DOWN);
        assertThat(Reaction.withdraw(Optional.of(down), ReactionKind.UP, Instant.MAX))
                .isEmpty();
    }

    @Example
    void nobody_reacts_to_their_own_content() {
        assertThatThrownBy(() -> Reaction.give(
                        Optional.empty(), "id", POST, Reactor.member("ada"), ReactionKind.UP, Instant.EPOCH, null))
                .isInstanceOf(Refusal.class)
                .hasMessage("Nobody reacts to their own content");
    }
}
