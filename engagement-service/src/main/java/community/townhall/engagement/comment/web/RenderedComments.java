/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.engagement.comment.Comment;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import org.springframework.stereotype.Component;

/** Comments as they are shown. A text never changes within a revision, so each is rendered once while there is room. */
@Component
class RenderedComments {

    /** The part of the heap that they may take. */
    private static final int PART = 16;
    /** What remembering an entry costs beside its text. */
    private static final int ENTRY = 300;

    private record Key(String commentId, int revision) {}

    /** Chinese takes two bytes a character, and one such makes its whole string take them. */
    private final Cache<Key, String> rendered = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / PART)
            .weigher((Key _, String html) -> 2 * html.length() + ENTRY)
            .build();

    String html(Comment comment) {
        return rendered.get(
                new Key(comment.id(), comment.revision()),
                _ -> Texts.render(comment.text().value(), comment.text().markup(), Place.COMMENT)
                        .html());
    }
}
