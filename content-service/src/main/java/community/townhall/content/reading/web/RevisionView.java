/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading.web;

import community.townhall.content.post.Post;
import community.townhall.content.post.Text;
import community.townhall.texts.Markup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the texts of a post over time. */
record RevisionView(int revision, @Nullable String title, String text, Markup markup, Instant at, String editorId) {

    static RevisionView of(Post post, Text text) {
        return new RevisionView(
                text.revision(),
                text.title(),
                text.body(),
                text.markup(post.authorship().isImported()),
                text.at(),
                post.authorId());
    }
}
