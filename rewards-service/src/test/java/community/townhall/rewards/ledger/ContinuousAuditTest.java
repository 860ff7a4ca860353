/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The audit goes on from where it was, over restarts, and looks at all once more a day later. */
class ContinuousAuditTest {

    private static final Instant MONDAY = Instant.parse("2018-03-12T23:59:59Z");

    private Instant now = Instant.parse("2026-01-31T12:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final AtomicInteger read = new AtomicInteger();
    private final InMemoryEntries entries = new InMemoryEntries() {
        @Override
        public List<AuditedEntry> page(@Nullable String after, Instant before, int limit) {
            var page = super.page(after, before, limit);
            read.addAndGet(page.size());
            return page;
        }
    };
    private final Ledger ledger = new Ledger(entries, () -> UUID.randomUUID().toString(), clock);
    private final Audits audits = new Audits() {
        private @Nullable Progress stored;

        @Override
        public Optional<Progress> load() {
            return Optional.ofNullable(stored);
        }

        @Override
        public boolean save(Progress progress) {
            if (progress.version() != (stored == null ? 0 : stored.version())) {
                return false;
            }
            stored = new Progress(progress.version() + 1, progress.latest(), progress.anew(), progress.begun());
            return true;
        }
    };

    private void earn(int from, int to) {
        for (int i = from; i < to; i++) {
            ledger.bring(
                    new Claim("member-" + i % 7, "post-published", "p" + i), true, MONDAY, () -> new Terms(5, null, 1));
        }
    }

    private ContinuousAudit caughtUp() {
        ContinuousAudit audit = new ContinuousAudit(entries, audits, clock);
        while (audit.step()) {
            // on and on
        }
        return audit;
    }

    @Test
    void it_comes_to_what_a_recomputation_of_all_comes_to_and_reads_each_entry_once() {
        earn(0, 1_200);
        assertThat(caughtUp().latest()).isEqualTo(LedgerAudit.of(entries));

        read.set(0);
        earn(1_200, 1_210);
        ContinuousAudit afterARestart = caughtUp();

        assertThat(read).hasValue(10);
        assertThat(afterARestart.latest()).isEqualTo(new LedgerAudit(7, 1_210, 6_050, 0, 0));
    }

    @Test
    void asking_reads_nothing() {
        earn(0, 10);
        ContinuousAudit audit = caughtUp();
        read.set(0);

        audit.latest();

        assertThat(read).hasValue(0);
    }

    @Test
    void a_day_later_all_are_looked_at_once_more() {
        earn(0, 100);
        caughtUp();
        read.set(0);
        now = now.plus(Duration.ofDays(2));

        assertThat(caughtUp().latest()).isEqualTo(LedgerAudit.of(entries));
        assertThat(read.get()).isGreaterThanOrEqualTo(100);
    }
}
