/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the audit has come, kept over restarts. */
public interface Audits {

    Optional<Progress> load();

    /** @return false when another instance has been quicker; nothing was written then */
    boolean save(Progress progress);

    /**
     * How far it has come.
     *
     * @param version 0 while nothing is stored
     * @param latest follows the entries as they come
     * @param anew looks at all of them once more, and takes the place of the latest when it has caught up
     * @param begun when the last look at all of them began
     */
    record Progress(long version, Pass latest, @Nullable Pass anew, Instant begun) {}

    /**
     * A walk along the entries.
     *
     * @param position the id of the last it has seen, absent at the beginning
     */
    record Pass(LedgerAudit sum, @Nullable String position) {

        static final Pass START = new Pass(LedgerAudit.NONE, null);
    }
}
