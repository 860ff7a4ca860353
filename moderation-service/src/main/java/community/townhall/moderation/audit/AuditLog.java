/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.util.List;
import java.util.Optional;

/** Where the entries are kept. There is no way to change one. */
public interface AuditLog {

    /** What became of an attempt to add an entry. */
    enum Insertion {
        ADDED,
        /** Its place in the chain was taken meanwhile. */
        PLACE_TAKEN,
        /** Its cause was entered before. */
        KNOWN
    }

    Insertion insert(Entry entry);

    /** The last entry, empty when there is none. */
    Optional<Entry> head();

    /** In the order of the chain, those after that sequence number. */
    List<Entry> after(long sequence, int limit);

    /** Backwards, those before that sequence number. */
    List<Entry> before(long sequence, int limit);
}
