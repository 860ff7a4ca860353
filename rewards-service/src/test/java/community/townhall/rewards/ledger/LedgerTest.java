/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.rewards.tier.Tier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of an account's chain as its claims are credited and taken back. */
class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant MONDAY = Instant.parse("2018-03-12T23:59:59Z");
    private static final Instant TUESDAY = Instant.parse("2018-03-13T00:00:00Z");
    private static final String ADA = "ada";

    private final InMemoryEntries entries = new InMemoryEntries();
    private final Ledger ledger = newLedger(entries);

    private static Ledger newLedger(Entries entries) {
        return new Ledger(entries, () -> UUID.randomUUID().toString(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Claim post(String id) {
        return new Claim(ADA, "post-published", id);
    }

    private boolean bring(Claim claim, boolean due, Instant at, long amount, @Nullable Long cap) {
        return ledger.bring(claim, due, at, () -> new Terms(amount, cap, 1));
    }

    private long credited(String id) {
        return entries.lastOf(post(id)).orElseThrow().amount();
    }

    @Test
    void a_claim_is_credited_once_however_often_it_is_due() {
        assertThat(bring(post("1"), true, MONDAY, 5, null)).isTrue();
        assertThat(bring(post("1"), true, MONDAY, 5, null)).isFalse();

        assertThat(entries.all()).hasSize(1);
        assertThat(entries.balance(ADA)).isEqualTo(5);
    }

    @Test
    void what_was_never_credited_is_not_taken_back() {
        assertThat(bring(post("1"), false, MONDAY, 5, null)).isFalse();

        assertThat(entries.all()).isEmpty();
    }

    @Test
    void the_last_credit_of_a_day_is_cut_to_what_is_left_and_the_next_day_begins_anew() {
        bring(post("1"), true, MONDAY, 5, 12L);
        bring(post("2"), true, MONDAY, 5, 12L);
        bring(post("3"), true, MONDAY, 5, 12L);
        bring(post("4"), true, MONDAY, 5, 12L);
        bring(post("5"), true, TUESDAY, 5, 12L);

        assertThat(entries.of(ADA).map(Entry::amount)).containsExactly(5L, 5L, 2L, 0L, 5L);
    }

    @Test
    void the_cap_is_that_of_the_day_the_points_were_earned_on_whenever_they_are_told_of() {
        bring(post("1"), true, MONDAY, 5, 8L);
        bring(post("2"), true, TUESDAY, 5, 8L);
        bring(post("3"), true, MONDAY, 5, 8L);

        assertThat(credited("3")).isEqualTo(3);
    }

    @Test
    void another_rule_has_a_cap_of_its_own() {
        bring(post("1"), true, MONDAY, 5, 5L);
        bring(new Claim(ADA, "comment-published", "1"), true, MONDAY, 1, 5L);

        assertThat(entries.balance(ADA)).isEqualTo(6);
    }

    @Test
    void taken_back_is_exactly_what_the_cap_let_through_and_made_good_the_same_though_the_cap_is_reached() {
        bring(post("1"), true, MONDAY, 5, 7L);
        bring(post("2"), true, MONDAY, 5, 7L);
        bring(post("2"), false, MONDAY, 5, 7L);
        assertThat(credited("2")).isEqualTo(-2);

        bring(post("3"), true, MONDAY, 5, 7L); // what was taken back makes no room
        bring(post("2"), true, MONDAY, 5, 7L);

        assertThat(credited("3")).isZero();
        assertThat(credited("2")).isEqualTo(2);
        assertThat(entries.balance(ADA)).isEqualTo(7);
    }

    @Test
    void a_credit_cut_to_nothing_is_decided_once_for_ever() {
        bring(post("1"), true, MONDAY, 5, 0L);

        assertThat(bring(post("1"), true, MONDAY, 5, null)).isFalse();
        assertThat(entries.balance(ADA)).isZero();
        assertThat(LedgerEvent.of(entries.all().getFirst())).isEmpty();
    }

    @Test
    void a_rule_that_changed_between_undo_and_redo_changes_nothing() {
        bring(post("1"), true, MONDAY, 5, null);
        bring(post("1"), false, MONDAY, 50, null);
        bring(post("1"), true, TUESDAY, 50, null);

        assertThat(entries.of(ADA).map(Entry::amount)).containsExactly(5L, -5L, 5L);
        assertThat(entries.of(ADA).map(Entry::effectiveAt)).containsOnly(MONDAY);
    }

    @Test
    void a_correction_names_what_it_undoes() {
        bring(post("1"), true, MONDAY, 5, null);
        bring(post("1"), false, MONDAY, 5, null);
        bring(post("1"), true, MONDAY, 5, null);

        List<Entry> chain = entries.of(ADA).toList();
        assertThat(chain.get(0).reversalOf()).isNull();
        assertThat(chain.get(1).reversalOf()).isEqualTo(chain.get(0).id());
        assertThat(chain.get(2).reversalOf()).isEqualTo(chain.get(1).id());
    }

    @Test
    void a_tier_is_gained_and_lost_with_the_points_that_made_it() {
        bring(post("1"), true, MONDAY, 50, null);
        bring(post("1"), false, MONDAY, 50, null);

        assertThat(LedgerEvent.of(entries.all().get(0)))
                .contains(new LedgerEvent.TierMoved(ADA, Tier.NEWCOMER, Tier.REGULAR, 50));
        assertThat(LedgerEvent.of(entries.all().get(1)))
                .contains(new LedgerEvent.TierMoved(ADA, Tier.REGULAR, Tier.NEWCOMER, 0));
    }

    @Test
    void an_instance_whose_memory_of_a_chain_is_behind_decides_again() {
        Ledger other = newLedger(entries);
        bring(post("1"), true, MONDAY, 5, 12L);
        other.bring(post("2"), true, MONDAY, () -> new Terms(5, 12L, 1));
        bring(post("3"), true, MONDAY, 5, 12L);

        assertThat(credited("3")).isEqualTo(2);
        assertThat(entries.of(ADA).map(Entry::sequence)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_entry_of_which_it_is_not_known_that_it_was_written_counts_as_a_change() {
        InMemoryEntries forgetful = new InMemoryEntries() {
            @Override
            public boolean append(Entry entry, List<LedgerEvent> events) {
                super.append(entry, events);
                return false;
            }
        };

        assertThat(newLedger(forgetful).bring(post("1"), true, MONDAY, () -> new Terms(5, null, 1)))
                .isTrue();
        assertThat(forgetful.balance(ADA)).isEqualTo(5);
    }

    @Test
    void an_audit_finds_what_was_meddled_with() {
        bring(post("1"), true, MONDAY, 5, null);
        bring(post("1"), false, MONDAY, 5, null);
        bring(post("2"), true, MONDAY, 5, null);
        assertThat(LedgerAudit.of(entries)).isEqualTo(new LedgerAudit(1, 3, 10, 5, 0));

        assertThat(LedgerAudit.of(meddledWith(1, 9, 5, 5)).imbalance()).isNotZero();
        assertThat(LedgerAudit.of(meddledWith(1, 5, 9, 5)).imbalance()).isEqualTo(4);
        assertThat(LedgerAudit.of(meddledWith(1, 5, 5, 9)).imbalance()).isEqualTo(4);
        assertThat(LedgerAudit.of(meddledWith(2, 5, 5, 5)).imbalance()).isEqualTo(1);
    }

    private static InMemoryEntries meddledWith(long sequence, long amount, long balance, long lifetime) {
        return new InMemoryEntries() {
            @Override
            public List<AuditedEntry> page(@Nullable String after, Instant before, int limit) {
                List<Leg> legs = List.of(new Leg(ADA, 5), new Leg(Leg.ISSUANCE, -5));
                return after != null
                        ? List.of()
                        : List.of(new AuditedEntry("1", ADA, sequence, amount, balance, lifetime, legs));
            }
        };
    }

    @Test
    void a_chain_that_is_not_known_yet_is_read_by_its_last_entry_alone_when_that_is_of_the_same_day() {
        bring(post("1"), true, MONDAY, 5, 12L);
        bring(post("2"), true, MONDAY, 5, 12L);
        Entries withoutLookingBack = new InMemoryEntries() {
            @Override
            public Optional<Entry> lastIn(String account, PeriodKind kind, LocalDate day) {
                throw new AssertionError("looked back for " + kind);
            }
        };
        entries.all().forEach(entry -> withoutLookingBack.append(entry, List.of()));

        newLedger(withoutLookingBack).bring(post("3"), true, MONDAY, () -> new Terms(5, 12L, 1));

        assertThat(withoutLookingBack.lastOf(post("3")).orElseThrow().amount()).isEqualTo(2);
    }
}
