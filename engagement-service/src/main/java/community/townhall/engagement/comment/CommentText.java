/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import community.townhall.engagement.refusal.Refused;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;

/** What a comment says, in Markdown. What is stored is taken as it is, whatever may be written by now. */
public record CommentText(String value) {

    /** @throws Refused naming {@code text} when that may not be written */
    public static CommentText written(String value) {
        Texts.flawIn(value, Markup.MARKDOWN, Place.COMMENT).ifPresent(flaw -> {
            throw Refused.notValid("text", flaw.rule(), "text " + flaw.message());
        });
        return new CommentText(value);
    }
}
