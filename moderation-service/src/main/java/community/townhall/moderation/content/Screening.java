/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The screening of one revision, with every phase's verdict.
 *
 * @param verdicts in the order of the phases
 */
public record Screening(int revision, List<Verdict> verdicts, Instant at) {

    public Screening {
        verdicts = List.copyOf(verdicts);
    }

    /** With another verdict of that phase. */
    Screening with(Verdict verdict, Instant now) {
        return new Screening(
                revision,
                verdicts.stream()
                        .map(former -> former.phase().equals(verdict.phase()) ? verdict : former)
                        .toList(),
                now);
    }

    boolean isMilder(Verdict verdict) {
        return verdicts.stream()
                .anyMatch(former -> former.phase().equals(verdict.phase())
                        && verdict.outcome().compareTo(former.outcome()) < 0);
    }

    /** The worst outcome decides. */
    public Standing standing() {
        Outcome worst = verdicts.stream()
                .map(Verdict::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.HOLD); // judged by nothing is not approved
        return switch (worst) {
            case NOT_APPLICABLE, PASS -> Standing.APPROVED;
            case HOLD -> Standing.HELD;
            case REJECT -> Standing.REJECTED;
        };
    }

    /** Of those phases that objected. */
    public List<Reason> reasons() {
        return verdicts.stream().map(Verdict::reason).filter(Objects::nonNull).toList();
    }
}
