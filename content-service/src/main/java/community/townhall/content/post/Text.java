/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import community.townhall.texts.Markup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of what a post says.
 *
 * @param revision 1 is the first; a number is never given to another text
 * @param title absent for an answer
 * @param body as written
 * @param at when it was written
 * @param markup how the body is written; absent for Markdown, as all texts were once
 * @param since the version of its post with which its author wrote it, or last chose its topics; absent for older texts
 */
public record Text(
        int revision,
        @Nullable String title,
        String body,
        Instant at,
        @Nullable Markup markup,
        @Nullable Long since) {

    /** Markdown, as members write it. */
    public Text(int revision, @Nullable String title, String body, Instant at) {
        this(revision, title, body, at, null, null);
    }

    Text since(long version) {
        return new Text(revision, title, body, at, markup, version);
    }

    /** Whether whoever saw the post at that version saw this text as it is at the present one. */
    boolean wasSeenAt(long seen, long present) {
        return seen == present || (since != null && seen >= since && seen < present);
    }

    /**
     * How it is to be read.
     *
     * @param imported whether it was: imported Markdown may have HTML of any kind in it, from before there was another
     *     way to say what it is
     */
    public Markup markup(boolean imported) {
        return markup != null ? markup : imported ? Markup.MIXED : Markup.MARKDOWN;
    }
}
