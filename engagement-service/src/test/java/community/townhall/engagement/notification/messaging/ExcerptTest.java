/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a notification quotes is what readers see, however the text is written. */
class ExcerptTest {

    @Test
    void a_text_is_quoted_as_it_is_written() {
        String text = "<div>2 * 3 * 4</div> <span>is</span> *24*";

        assertThat(CommunityNews.excerpt(text, Mentioned.markup(community.townhall.events.Markup.HTML)))
                .isEqualTo("2 * 3 * 4 is *24*");
        assertThat(CommunityNews.excerpt(text, Mentioned.markup(null)))
                .isEqualTo("<div>2 * 3 * 4</div> <span>is</span> 24");
        assertThat(CommunityNews.excerpt(text, Mentioned.markup(community.townhall.events.Markup.UNKNOWN)))
                .isEqualTo("<div>2 * 3 * 4</div> <span>is</span> 24");
    }
}
