/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long text that is checked, kept and shown is rendered once. */
class RecentRenderingsTest {

    private static final String LONG = "a long text ".repeat(500);

    private final RecentRenderings recent = new RecentRenderings(40_000);
    private final List<String> rendered = new ArrayList<>();

    @Test
    void a_long_text_is_rendered_once_for_each_place_and_markup() {
        get(LONG, Markup.MARKDOWN, Place.POST);
        get(LONG + "", Markup.MARKDOWN, Place.POST);
        get(LONG, Markup.HTML, Place.POST);
        get(LONG, Markup.HTML, Place.POST);
        get(LONG, Markup.HTML, Place.COMMENT);

        assertThat(rendered).hasSize(3);
    }

    @Test
    void short_ones_displace_none() {
        get(LONG, Markup.MARKDOWN, Place.POST);
        for (int i = 0; i < 1_000; i++) {
            get("short " + i, Markup.MARKDOWN, Place.POST);
        }
        get(LONG, Markup.MARKDOWN, Place.POST);

        assertThat(rendered).filteredOn(LONG::equals).hasSize(1);
    }

    @Test
    void those_not_asked_for_longest_are_forgotten_beyond_what_it_may_hold() {
        get("1" + LONG, Markup.MARKDOWN, Place.POST);
        get("2" + LONG, Markup.MARKDOWN, Place.POST);
        get("1" + LONG, Markup.MARKDOWN, Place.POST);
        get("3" + LONG, Markup.MARKDOWN, Place.POST);
        get("1" + LONG, Markup.MARKDOWN, Place.POST);
        get("2" + LONG, Markup.MARKDOWN, Place.POST);

        assertThat(rendered).extracting(text -> text.charAt(0)).containsExactly('1', '2', '3', '2');
    }

    @Test
    void what_is_too_big_by_itself_displaces_none() {
        get(LONG, Markup.MARKDOWN, Place.POST);
        get(LONG.repeat(8), Markup.MARKDOWN, Place.POST);
        get(LONG, Markup.MARKDOWN, Place.POST);

        assertThat(rendered).hasSize(2);
    }

    @Test
    void rendering_asks_for_what_was_rendered_a_moment_ago() {
        String text = LONG + System.nanoTime();
        assertThat(Texts.flawIn(text, Markup.MARKDOWN, Place.POST)).isEmpty();

        assertThat(Texts.render(text, Markup.MARKDOWN, Place.POST))
                .isSameAs(Texts.render(text + "", Markup.MARKDOWN, Place.POST));
    }

    /** As its own words, so that it is about three times as long. */
    private void get(String source, Markup markup, Place place) {
        recent.get(source, markup, place, () -> {
            rendered.add(source);
            return new Rendering(source, source, List.of(), List.of(), List.of(), false, false);
        });
    }
}
