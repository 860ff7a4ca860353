/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where reports are kept, until their cases have them and afterwards for the reporters' accuracy. */
public interface Reports {

    /** What became of an attempt to file a report. */
    enum Filing {
        FILED,
        /** That member reported that text before. */
        ALREADY_FILED,
        /** That member has reported enough for a day. */
        LIMIT_REACHED
    }

    /** @param mostADay reports of one member within a day in UTC; holds however many come at once */
    Filing file(Report report, int mostADay);

    /** What that member reported of that target, newest first. */
    List<Report> by(String reporterId, String targetId);

    Accuracy accuracyOf(String reporterId);

    /** The report stands in its case. */
    void arrived(Report report);

    /** Reports filed before then that have not arrived: whoever filed them was cut off. */
    List<Report> onTheWay(Instant filedBefore, int limit);

    /**
     * Their case was decided.
     *
     * @param ids of reports, see {@link Report#id()}
     * @param decision the number of the decision; an earlier one changes nothing after a later one
     */
    void settle(Collection<String> ids, int decision, boolean upheld);
}
