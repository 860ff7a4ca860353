/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import community.townhall.kit.refusal.Refusal;
import community.townhall.texts.Lines;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import java.time.Instant;
import java.util.Objects;
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

    /** The same revision in other words. */
    Text rewritten(@Nullable String newTitle, String newBody, Instant now, long version) {
        return new Text(revision, newTitle, newBody, now, markup, version);
    }

    Text asRevision(int number) {
        return new Text(number, title, body, at, markup, since);
    }

    boolean saysTheSameAs(Text other) {
        return body.equals(other.body) && Objects.equals(title, other.title);
    }

    /** @throws Refusal when it is more, or other, than may be written */
    void requireWritable(boolean imported) {
        if (title != null) {
            Lines.flawIn(title).ifPresent(flaw -> {
                throw Refusal.invalid("title", flaw.rule(), "title " + flaw.message());
            });
        }
        Texts.flawIn(body, markup(imported), Place.POST).ifPresent(flaw -> {
            throw Refusal.invalid("text", flaw.rule(), "text " + flaw.message());
        });
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
