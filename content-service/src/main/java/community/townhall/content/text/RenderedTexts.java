/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Rendering;
import community.townhall.texts.Texts;
import java.time.Instant;

/** Posts and answers as they are shown, each rendered once while there is room to remember it. */
public final class RenderedTexts {

    /** How long an excerpt is at most, in UTF-16 units. */
    public static final int EXCERPT_LENGTH = 200;

    /** What remembering an entry costs beside its text. */
    private static final int ENTRY = 400;

    private final Cache<Key, RenderedText> rendered;

    private record Key(String id, int revision, Instant writtenAt, Markup markup) {}

    /** @param bytes how much memory what is remembered may take */
    public RenderedTexts(long bytes) {
        this.rendered = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, RenderedText text) -> weight(text))
                .build();
    }

    /** Chinese takes two bytes a character, and one such makes its whole string take them. */
    private static int weight(RenderedText text) {
        return 2 * (text.html().length() + text.excerpt().length()) + ENTRY;
    }

    /**
     * A text that is rendered once and then remembered.
     *
     * @param writtenAt tells the texts of a draft apart, which is rewritten without a new revision
     */
    public RenderedText render(String id, int revision, Instant writtenAt, String source, Markup markup) {
        return rendered.get(new Key(id, revision, writtenAt, markup), key -> render(source, markup));
    }

    private static RenderedText render(String source, Markup markup) {
        Rendering rendering = Texts.render(source, markup, Place.POST);
        return new RenderedText(rendering.html(), rendering.excerpt(EXCERPT_LENGTH));
    }
}
