/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.suite;

import tools.jackson.databind.JsonNode;

/** What the suite said to a request that reached it. */
public sealed interface Answer {

    /** 2xx. */
    record Accepted(JsonNode body) implements Answer {}

    /** It is there in other words: of an earlier request, or of who changed it in the suite since. It stays as it is. */
    record SaidOtherwise() implements Answer {}

    /**
     * 4xx: it will say the same next time.
     *
     * @param reason the rule, in words that are the same for all requests it refuses alike
     */
    record Refused(int status, String reason) implements Answer {}
}
