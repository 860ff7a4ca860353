/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import community.townhall.events.EventCatalogue;
import community.townhall.events.Topic;
import community.townhall.events.content.PostChanged;
import community.townhall.events.content.PostPublished;
import community.townhall.events.engagement.CommentPublished;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What several features do with their own events is one consumer. */
class EventConsumerTest {

    private final EventConsumer posts = EventConsumer.named("news")
            .unhurried()
            .on(PostPublished.class, event -> {})
            .build();
    private final EventConsumer comments = EventConsumer.named("news")
            .unhurried()
            .on(CommentPublished.class, event -> {})
            .build();
    private final EventConsumer copies =
            EventConsumer.named("copies").on(PostChanged.class, event -> {}).build();

    @Test
    void of_one_name_there_is_one() {
        assertThat(EventConsumer.joined(Stream.of(posts, copies, comments)))
                .extracting(EventConsumer::name)
                .containsExactly("news", "copies");

        EventConsumer news = EventConsumer.joined(Stream.of(posts, comments)).getFirst();
        assertThat(news.topics()).containsExactlyInAnyOrder(Topic.POST, Topic.COMMENT);
        assertThat(news.isUnhurried()).isTrue();
        assertThat(news.handles(EventCatalogue.typeOf(PostPublished.class))).isTrue();
        assertThat(news.handles(EventCatalogue.typeOf(CommentPublished.class))).isTrue();
    }

    @Test
    void an_event_is_the_business_of_one_part() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EventConsumer.joined(Stream.of(posts, posts)))
                .withMessageContaining("news handles content.post.published.v1 twice");
    }

    @Test
    void all_parts_are_run_alike() {
        EventConsumer hurried = EventConsumer.named("news")
                .on(CommentPublished.class, event -> {})
                .build();

        assertThatIllegalStateException().isThrownBy(() -> EventConsumer.joined(Stream.of(posts, hurried)));
    }
}
