/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import community.townhall.kit.refusal.Refusal;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a comment says. What is stored is taken as it is, whatever may be written by now.
 *
 * @param markup how it is written: Markdown, or for what is imported HTML
 * @param since the version of its comment with which it was written; absent for older texts
 */
public record CommentText(
        String value, Markup markup, @Nullable Long since) {

    /** Markdown. */
    public CommentText(String value) {
        this(value, Markup.MARKDOWN, null);
    }

    /**
     * A text that is to be written.
     *
     * @param imported whether it was written elsewhere: only then may it be HTML
     * @throws Refusal naming {@code text} or {@code markup}
     */
    public static CommentText written(String value, Markup markup, boolean imported) {
        if (markup == Markup.MIXED || (markup == Markup.HTML && !imported)) {
            throw Refusal.invalid("markup", "imported", "Only what is imported may be HTML");
        }
        return written(value, markup, 1);
    }

    /** In the markup of the text that it takes the place of. */
    CommentText replacedBy(String newValue, long version) {
        return written(newValue, markup, version);
    }

    /** Whether whoever saw the comment at that version saw this text, which it has at the present one. */
    boolean wasSeenAt(long seen, long present) {
        return seen == present || (since != null && seen >= since && seen < present);
    }

    private static CommentText written(String value, Markup markup, long since) {
        Texts.flawIn(value, markup, Place.COMMENT).ifPresent(flaw -> {
            throw Refusal.invalid("text", flaw.rule(), "text " + flaw.message());
        });
        return new CommentText(value, markup, since);
    }
}
