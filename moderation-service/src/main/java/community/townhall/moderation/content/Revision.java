/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Rendering;
import community.townhall.texts.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text as it was written.
 *
 * @param number counts the texts of a post or comment: 1 is the first
 * @param title absent for answers and comments
 * @param markup how the text is written, absent for Markdown
 */
public record Revision(
        int number,
        @Nullable String title,
        String text,
        @Nullable Markup markup) {

    /** Markdown, as members write it. */
    public Revision(int number, @Nullable String title, String text) {
        this(number, title, text, null);
    }

    /** With so much of the text at most; it is cut between characters. */
    public Revision beginning(int most) {
        if (text.length() <= most) {
            return this;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return new Revision(number, title, text.substring(0, end), markup);
    }

    /** The text as readers see it; the title is shown as it is written. */
    public Rendering rendering(SubjectType type) {
        return Texts.render(
                text, Objects.requireNonNullElse(markup, Markup.MARKDOWN), type.isPost() ? Place.POST : Place.COMMENT);
    }
}
