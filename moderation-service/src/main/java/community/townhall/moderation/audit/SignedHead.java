/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.time.Instant;

/**
 * That the log had come so far, said and signed outside of the database.
 *
 * @param sequence of the last entry, 0 when there was none
 * @param hash of that entry
 * @param adopted up to which entry the log was there, unsigned, when it was first signed
 * @param signature over all of it
 */
public record SignedHead(long sequence, String hash, long adopted, Instant at, String signature) {

    static SignedHead of(long sequence, String hash, long adopted, Instant at, AuditKey key) {
        return new SignedHead(sequence, hash, adopted, at, key.sign(text(sequence, hash, adopted, at)));
    }

    boolean isSignedBy(AuditKey key) {
        return key.hasSigned(text(sequence, hash, adopted, at), signature);
    }

    private static String text(long sequence, String hash, long adopted, Instant at) {
        return "head\n%d\n%s\n%d\n%s".formatted(sequence, hash, adopted, at);
    }
}
