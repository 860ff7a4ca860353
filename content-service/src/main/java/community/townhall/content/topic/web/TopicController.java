/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import community.townhall.content.topic.SetUpTopic;
import community.townhall.content.topic.Topic;
import community.townhall.content.topic.TopicPosts;
import community.townhall.content.topic.Topics;
import community.townhall.content.topic.Wikis;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.Problems;
import community.townhall.kit.web.SameForEverybody;
import community.townhall.texts.Flaw;
import community.townhall.texts.Lines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/content/topics")
@Tag(name = "Topics", description = "What posts are about")
class TopicController {

    private final Topics topics;
    private final SetUpTopic setUpTopic;
    private final Wikis wikis;
    /** Counting goes over all posts, so one count serves all readers for a while. */
    private final LoadingCache<Boolean, Map<String, Long>> posts;

    TopicController(Topics topics, SetUpTopic setUpTopic, Wikis wikis, TopicPosts posts) {
        this.topics = topics;
        this.setUpTopic = setUpTopic;
        this.wikis = wikis;
        this.posts =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build(all -> posts.countByTopic());
    }

    @GetMapping
    @Public
    @SameForEverybody
    @Operation(summary = "The topics by name")
    Page<TopicView> listTopics(
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.NAME_AND_TEXT) String cursor,
            @RequestParam(defaultValue = "500") @Min(1) @Max(500) int limit) {
        CursorList list = CursorList.of("topics");
        Cursor from = list.decode(cursor, 2);
        Topic.Place after = from == null ? null : new Topic.Place(from.text(1), from.text(0));
        List<Topic> found = topics.all().stream()
                .filter(topic -> after == null || topic.place().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(
                        found,
                        limit,
                        last -> list.cursor(last.slug(), last.place().name()))
                .map(topic -> view(topic, Optional.empty()));
    }

    @GetMapping("/{slug}")
    @Public
    @SameForEverybody
    @Operation(summary = "One topic")
    TopicView getTopic(@PathVariable String slug) {
        return topics.find(slug)
                .map(topic -> view(topic, wikis.find(slug).map(WikiController.WikiView::of)))
                .orElseThrow(() -> Problems.notFound("topic", slug));
    }

    @PutMapping("/{slug}")
    @Operators
    @Operation(summary = "Set up a topic, or describe it anew")
    @ApiResponse(responseCode = "200", description = "Described anew", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Set up", useReturnTypeSchema = true)
    ResponseEntity<TopicView> putTopic(@PathVariable String slug, @Valid @RequestBody PutTopicRequest request) {
        if (!Topic.isSlug(slug)) {
            throw Problems.invalid(
                    "slug",
                    "format",
                    "slug must be 1 to 50 lower-case letters, digits or + # . -, the first a letter or digit");
        }
        String name = request.name().strip();
        Optional<String> description =
                Optional.ofNullable(request.description()).map(String::strip);
        refuse("name", Lines.flawIn(name));
        refuse("description", description.flatMap(Lines::flawInLines));
        PutTopicRequest.Imported imported = request.imported();
        boolean created = setUpTopic.put(slug, name, description, imported == null ? null : imported.community());
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(getTopic(slug));
    }

    private static void refuse(String field, Optional<Flaw> found) {
        found.ifPresent(flaw -> {
            throw Problems.invalid(field, flaw.rule(), field + " " + flaw.message());
        });
    }

    private TopicView view(Topic topic, Optional<WikiController.WikiView> wiki) {
        long count = Objects.requireNonNull(posts.get(true)).getOrDefault(topic.slug(), 0L);
        return new TopicView(
                topic.slug(),
                topic.name(),
                topic.description(),
                count,
                topic.origin(),
                wiki.map(WikiController.WikiView::html).orElse(null));
    }
}
