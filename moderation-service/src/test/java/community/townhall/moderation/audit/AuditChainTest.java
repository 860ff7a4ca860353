/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Any change of what was entered shows, and every deed is entered once. */
class AuditChainTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    /** A store that somebody may tamper with. */
    private static final class Entries implements AuditLog {

        final List<Entry> all = new ArrayList<>();

        @Override
        public synchronized Insertion insert(Entry entry) {
            if (all.stream()
                    .anyMatch(
                            stored -> stored.deed().cause().equals(entry.deed().cause()))) {
                return Insertion.KNOWN;
            }
            if (all.size() >= entry.sequence()) {
                return Insertion.PLACE_TAKEN;
            }
            all.add(entry);
            return Insertion.ADDED;
        }

        @Override
        public synchronized Optional<Entry> head() {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }

        @Override
        public List<Entry> after(long sequence, int limit) {
            return all.stream()
                    .filter(entry -> entry.sequence() > sequence)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Entry> before(long sequence, int limit) {
            return after(0, Integer.MAX_VALUE).reversed();
        }
    }

    private final Entries entries = new Entries();
    private final EnterDeed enterDeed = new EnterDeed(entries);
    private final VerifyLog verifyLog = new VerifyLog(entries);

    @Test
    void an_empty_log_is_intact() {
        assertThat(verifyLog.verify()).isEqualTo(new VerifyLog.Verification(0, true, Entry.GENESIS, null, null));
    }

    @Test
    void a_deed_is_entered_once() {
        assertThat(enterDeed.enter(deed(1))).isTrue();
        assertThat(enterDeed.enter(deed(1))).isFalse();
        assertThat(new EnterDeed(entries).enter(deed(1))).isFalse();

        assertThat(entries.all).hasSize(1);
    }

    @Test
    void instances_that_race_leave_one_unbroken_chain() {
        EnterDeed other = new EnterDeed(entries);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 200; number++) {
                Deed deed = deed(number / 2); // each deed twice, by either
                EnterDeed by = number % 2 == 0 ? enterDeed : other;
                var unused = threads.submit(() -> by.enter(deed));
            }
        }

        assertThat(entries.all).hasSize(100);
        assertThat(verifyLog.verify().intact()).isTrue();
    }

    @Property
    void every_change_of_an_entry_is_found_and_named(
            @ForAll @IntRange(min = 0, max = 9) int at, @ForAll @IntRange(min = 0, max = 5) int change) {
        AuditChainTest untouched = tenEntries();
        List<UnaryOperator<Deed>> changes = List.of(
                deed -> new Deed("else", deed.at(), deed.actor(), deed.action(), deed.subject(), deed.detail()),
                deed -> new Deed(
                        deed.cause(),
                        deed.at().plusMillis(1),
                        deed.actor(),
                        deed.action(),
                        deed.subject(),
                        deed.detail()),
                deed -> new Deed(deed.cause(), deed.at(), null, deed.action(), deed.subject(), deed.detail()),
                deed -> new Deed(deed.cause(), deed.at(), deed.actor(), "OTHER", deed.subject(), deed.detail()),
                deed -> new Deed(deed.cause(), deed.at(), deed.actor(), deed.action(), "other", deed.detail()),
                deed -> new Deed(deed.cause(), deed.at(), deed.actor(), deed.action(), deed.subject(), Map.of()));
        Entry entry = untouched.entries.all.get(at);
        Deed changed = changes.get(change).apply(entry.deed());
        untouched.entries.all.set(at, new Entry(entry.sequence(), changed, entry.previousHash(), entry.hash()));

        VerifyLog.Verification verification = untouched.verifyLog.verify();

        assertThat(verification.intact()).isFalse();
        assertThat(verification.firstBroken()).isEqualTo(at + 1L);
    }

    @Property
    void an_entry_written_anew_breaks_the_one_after_it(@ForAll @IntRange(min = 0, max = 8) int at) {
        AuditChainTest forged = tenEntries();
        Entry before = at == 0 ? null : forged.entries.all.get(at - 1);
        forged.entries.all.set(at, Entry.after(before, deed(99)));

        assertThat(forged.verifyLog.verify().firstBroken()).isEqualTo(at + 2L);
    }

    @Property
    void an_entry_taken_out_is_missed(@ForAll @IntRange(min = 0, max = 8) int at) {
        AuditChainTest cut = tenEntries();
        cut.entries.all.remove(at);

        assertThat(cut.verifyLog.verify().intact()).isFalse();
        assertThat(cut.verifyLog.verify().firstBroken()).isEqualTo(at + 2L);
    }

    private static AuditChainTest tenEntries() {
        AuditChainTest test = new AuditChainTest();
        for (int number = 0; number < 10; number++) {
            test.enterDeed.enter(deed(number));
        }
        assertThat(test.verifyLog.verify().intact()).isTrue();
        return test;
    }

    private static Deed deed(int number) {
        return new Deed("cause " + number, NOW, "mod", "DECIDED", "post", Map.of("decision", "HIDE"));
    }
}
