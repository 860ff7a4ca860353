/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.engagement.thanks.Thanks.Judgement;
import community.townhall.engagement.thanks.Thanks.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Thanks end as moderation has them, whatever order its judgements come in and however often. */
class ThanksProperties {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Target POST = new Target(TargetType.POST, "post", "ada", true, "Title", null);
    private static final List<Status> JUDGED =
            List.of(Status.PUBLISHED, Status.HELD, Status.REJECTED, Status.HIDDEN, Status.REMOVED);

    @Property
    void the_last_judgement_of_the_present_word_stands(@ForAll long seed) {
        Random chance = new Random(seed);
        Thanks said = inOtherWords(given(Optional.empty(), "Thanks"), "Thank you");
        List<Judgement> judgements = new ArrayList<>();
        int judged = 1 + chance.nextInt(6);
        int ofTheFormerWord = chance.nextInt(judged);
        for (int version = 1; version <= judged; version++) {
            int revision = version <= ofTheFormerWord ? 1 : 2;
            judgements.add(new Judgement(version, revision, JUDGED.get(chance.nextInt(JUDGED.size())), List.of()));
        }
        Status last = judgements.getLast().status();
        List<Judgement> told = new ArrayList<>(judgements);
        told.addAll(judgements.subList(0, chance.nextInt(judged)));
        Collections.shuffle(told, chance);

        assertThat(after(said, told).status()).isEqualTo(last);
    }

    @Property
    void what_was_taken_back_stays_so(@ForAll long seed) {
        Random chance = new Random(seed);
        Thanks withdrawn =
                given(Optional.empty(), "Thanks").withdrawn().orElseThrow().thanks();
        Judgement judgement = new Judgement(
                1 + chance.nextInt(9), 1 + chance.nextInt(2), JUDGED.get(chance.nextInt(JUDGED.size())), List.of());

        assertThat(withdrawn.judged(judgement)).isEmpty();
        assertThat(withdrawn.withdrawn()).isEmpty();
    }

    private static Thanks given(Optional<Thanks> current, String word) {
        return Thanks.given(current, "id", "bob", POST, word, NOW).orElseThrow().thanks();
    }

    private static Thanks inOtherWords(Thanks thanks, String word) {
        return given(Optional.of(thanks), word);
    }

    private static Thanks after(Thanks thanks, List<Judgement> told) {
        Thanks current = thanks;
        for (Judgement judgement : told) {
            current = current.judged(judgement).map(ThanksEvent::thanks).orElse(current);
        }
        return current;
    }
}
