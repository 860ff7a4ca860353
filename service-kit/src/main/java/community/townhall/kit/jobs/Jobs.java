/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.jobs;

import java.util.Map;

/**
 * Work too long for the handler of an event or of a request: telling 100,000 followers, reversing 10,000 votes. It is
 * written down as a document, and done step by step by whichever instance is there, from where it was left.
 */
public interface Jobs {

    /**
     * Writes the job down; it begins at once and in the background. Safe to repeat: a job of that id is begun only once,
     * for at least 30 days.
     *
     * @param kind the name of a {@link JobKind} of this service
     * @param id what makes it one job, derived from its cause (such as the event's id), unique within its kind
     * @param arguments what its steps need to know; small, as every step reads them. Keys without dots and dollar signs
     * @return false when it was written down already
     * @throws IllegalArgumentException when this service has no such kind
     */
    boolean begin(String kind, String id, Map<String, String> arguments);
}
