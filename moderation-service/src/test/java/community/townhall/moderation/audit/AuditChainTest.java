/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
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

    static final class Heads implements SignedHeads {

        final List<SignedHead> all = new ArrayList<>();

        @Override
        public void add(SignedHead head) {
            all.add(head);
        }

        @Override
        public List<SignedHead> latest() {
            return List.copyOf(all);
        }
    }

    private static final AuditKey KEY = key(1, List.of());

    private final Entries entries = new Entries();
    private final Heads heads = new Heads();
    private final EnterDeed enterDeed = new EnterDeed(entries);
    private final VerifyLog verifyLog = new VerifyLog(entries, heads, null);

    @Test
    void an_empty_log_is_intact() {
        assertThat(verifyLog.verify())
                .isEqualTo(new VerifyLog.Verification(0, true, Entry.GENESIS, null, null, false, null, null, null));
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

    @Property
    void hashes_made_anew_from_an_entry_on_are_found_at_that_entry(@ForAll @IntRange(min = 0, max = 9) int at) {
        AuditChainTest forged = signed();
        Entry before = at == 0 ? null : forged.entries.all.get(at - 1);
        for (int place = at; place < 10; place++) {
            Entry old = forged.entries.all.get(place);
            Deed deed = place == at ? deed(99) : old.deed();
            Entry anew = Entry.after(before, deed);
            before = new Entry(anew.sequence(), deed, anew.previousHash(), anew.hash(), old.signature());
            forged.entries.all.set(place, before);
        }

        assertThat(forged.verifySigned().firstBroken()).isEqualTo(at + 1L);
    }

    @Property
    void an_end_that_was_cut_off_is_missed(@ForAll @IntRange(min = 0, max = 9) int left) {
        AuditChainTest cut = signed();
        cut.entries.all.subList(left, 10).clear();

        VerifyLog.Verification found = cut.verifySigned();
        assertThat(found.intact()).isFalse();
        assertThat(found.firstBroken()).isEqualTo(left + 1L);

        // And still is when others took the places of what was cut off.
        EnterDeed later = new EnterDeed(cut.entries, KEY);
        for (int number = 50; number < 65; number++) {
            later.enter(deed(number));
            cut.keepHeads().keep();
        }
        assertThat(cut.verifySigned().intact()).isFalse();
    }

    @Test
    void a_log_without_signatures_is_taken_over_once_and_says_so() {
        AuditChainTest old = tenEntries();
        old.keepHeads().keep();
        new EnterDeed(old.entries, KEY).enter(deed(10));
        old.keepHeads().keep();

        VerifyLog.Verification found = old.verifySigned();
        assertThat(found.intact()).isTrue();
        assertThat(found.adoptedUpTo()).isEqualTo(10);
        assertThat(found.signedUpTo()).isEqualTo(11);

        old.enterDeed.enter(deed(11));
        assertThat(old.verifySigned().fault()).isEqualTo("It is not signed by the log's key");
    }

    @Test
    void a_key_takes_the_place_of_another_and_no_other_key_is_believed() {
        AuditChainTest log = signed();
        AuditKey next = key(2, List.of(KEY.publicKey()));
        new EnterDeed(log.entries, next).enter(deed(20));

        assertThat(new VerifyLog(log.entries, log.heads, next).verify().intact())
                .isTrue();
        assertThat(log.verifySigned().firstBroken()).isEqualTo(11);
        log.heads.add(SignedHead.of(99, "x", 0, NOW, key(3, List.of())));
        assertThat(new VerifyLog(log.entries, log.heads, next).verify().intact())
                .isTrue();
    }

    private static AuditChainTest signed() {
        AuditChainTest test = new AuditChainTest();
        test.keepHeads().keep();
        EnterDeed enter = new EnterDeed(test.entries, KEY);
        KeepHeads keep = test.keepHeads();
        for (int number = 0; number < 10; number++) {
            enter.enter(deed(number));
            keep.keep();
        }
        assertThat(test.verifySigned().intact()).isTrue();
        assertThat(test.verifySigned().adoptedUpTo()).isNull();
        return test;
    }

    private KeepHeads keepHeads() {
        return new KeepHeads(entries, heads, KEY, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private VerifyLog.Verification verifySigned() {
        return new VerifyLog(entries, heads, KEY).verify();
    }

    private static AuditKey key(int number, List<String> former) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return AuditKey.of(Base64.getEncoder().encodeToString(seed), former);
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
