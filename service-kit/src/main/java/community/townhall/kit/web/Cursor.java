/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.time.Instant;
import java.util.List;

/**
 * Where a page of a {@link CursorList} ended: the sort keys of its last item. For clients to pass on and not to read; stable while items come and
 * go, unlike an offset. A {@code cursor} parameter names the form of its list in a {@link
 * jakarta.validation.constraints.Pattern}, so that the API's document says what is taken.
 *
 * @param list of which list it is: to any other it says nothing
 */
public record Cursor(String list, List<String> keys) {

    private static final String LIST = "[0-9a-f]{8}~";

    /** Of a list that is ordered by time and then by id; milliseconds since 1970, before which nothing happened. */
    public static final String TIME_AND_ID = "(?:" + LIST + "[0-9]{1,14}~[!-~]{1,300})?";

    public static final String NUMBER_AND_ID = "(?:" + LIST + "[0-9]{1,14}~[!-~]{1,300})?";

    /** Of a list that is ordered by a text; the name is what tells equal ones apart. */
    public static final String NAME_AND_TEXT = "(?:" + LIST + "[!-}]{1,300}~[^\\u0000-\\u001F\\u007F-\\u009F]{1,300})?";

    public static final String NUMBER = "(?:" + LIST + "[0-9]{1,18})?";

    /** Of a list that is ordered by a text, made of a number and an id. */
    public static final String RANK = "(?:" + LIST + "[0-9.]{15,17}-[!-~]{1,300})?";

    static final String SEPARATOR = "~";

    public String encode() {
        return list + SEPARATOR + String.join(SEPARATOR, keys);
    }

    public String text(int index) {
        return keys.get(index);
    }

    /** @throws ProblemException 400 when that key is no instant of the years that a request may speak of */
    public Instant instant(int index) {
        Instant instant = Instant.ofEpochMilli(number(index));
        if (!Times.isWithinReach(instant)) {
            throw notOurs();
        }
        return instant;
    }

    /** @throws ProblemException 400 when that key is no whole number */
    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException e) {
            throw notOurs();
        }
    }

    static ProblemException notOurs() {
        return Problems.malformed("cursor", "format", "cursor must be the next of an earlier page of this list");
    }
}
