/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The audit for those who ask every second: it goes on from the last entry it has seen, in steps that somebody else takes
 * in the background, and asking costs nothing. What it has seen it sees again once a day, so that what is meddled with
 * later is found too.
 */
public final class ContinuousAudit {

    private static final int PAGE = 500;
    private static final int REMEMBERED = 2_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

    /** An entry is written a moment after its id is made, and must not be passed by then. */
    private static final Duration WRITTEN_BY_THEN = Duration.ofSeconds(5);

    private final Entries entries;
    private final Audits audits;
    private final Clock clock;
    private final Map<String, AuditedEntry> lately = new LinkedHashMap<>();
    private volatile LedgerAudit latest = LedgerAudit.NONE;

    public ContinuousAudit(Entries entries, Audits audits, Clock clock) {
        this.entries = entries;
        this.audits = audits;
        this.clock = clock;
    }

    /** As of some seconds ago, or of the beginning while it has not caught up. */
    public LedgerAudit latest() {
        return latest;
    }

    /**
     * Audits a page or two.
     *
     * @return whether there is more
     */
    public boolean step() {
        Instant now = clock.instant();
        Audits.Progress before = audits.load().orElseGet(() -> new Audits.Progress(0, Audits.Pass.START, null, now));
        Audits.Pass ahead = further(before.latest(), now);
        boolean caughtUp = ahead.sum().entries() - before.latest().sum().entries() < PAGE;
        Audits.Pass anew = before.anew();
        Instant begun = before.begun();
        if (anew == null && caughtUp && begun.plus(BETWEEN_LOOKS).isBefore(now)) {
            anew = Audits.Pass.START;
            begun = now;
        }
        if (anew != null) {
            anew = further(anew, now);
        }
        boolean done = anew != null && anew.sum().entries() >= ahead.sum().entries();
        Audits.Progress after = done && anew != null
                ? new Audits.Progress(before.version(), anew, null, begun)
                : new Audits.Progress(before.version(), ahead, anew, begun);
        if (!after.equals(before) && !audits.save(after)) {
            return true;
        }
        LedgerAudit sum = after.latest().sum();
        long worst = after.anew() == null
                ? sum.imbalance()
                : Math.max(sum.imbalance(), after.anew().sum().imbalance());
        latest = new LedgerAudit(sum.accounts(), sum.entries(), sum.issued(), sum.reversed(), worst);
        return !caughtUp || after.anew() != null;
    }

    private Audits.Pass further(Audits.Pass pass, Instant now) {
        List<AuditedEntry> page = entries.page(pass.position(), now.minus(WRITTEN_BY_THEN), PAGE);
        LedgerAudit sum = pass.sum();
        @Nullable String position = pass.position();
        for (AuditedEntry entry : page) {
            AuditedEntry last = lately.remove(entry.account());
            Optional<AuditedEntry> before = last != null && last.sequence() == entry.sequence() - 1
                    ? Optional.of(last)
                    : LedgerAudit.before(entry, entries);
            sum = sum.with(entry, before);
            position = entry.id();
            lately.put(entry.account(), entry);
        }
        var eldest = lately.keySet().iterator();
        while (lately.size() > REMEMBERED) {
            eldest.next();
            eldest.remove();
        }
        return new Audits.Pass(sum, position);
    }
}
