/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.syndication.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import community.townhall.community.member.KnownMembers;
import community.townhall.content.post.Post;
import community.townhall.content.reading.PostListing;
import community.townhall.content.reading.PostReading;
import community.townhall.content.reading.PostReadings;
import community.townhall.content.topic.Topic;
import community.townhall.content.topic.Topics;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The newest posts for feed readers, as RSS 2.0. */
@RestController
@RequestMapping("/api/content")
@Tag(name = "RSS")
class RssController {

    private static final int ITEMS = 50;
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final String RSS = "application/rss+xml";
    private static final MediaType RSS_UTF8 = new MediaType("application", "rss+xml", StandardCharsets.UTF_8);

    private final PostReadings readings;
    private final Topics topics;
    private final KnownMembers names;
    private final URI publicUrl;
    private final String community;
    /** By topic; the empty slug is the whole community. Feed readers ask often and all for the same. */
    private final LoadingCache<String, byte[]> feeds;

    RssController(
            PostReadings readings,
            Topics topics,
            KnownMembers names,
            @Value("${townhall.public-url:${townhall.security.issuer:http://localhost:8080}}") URI publicUrl,
            @Value("${townhall.community-name:Townhall}") String community) {
        this.readings = readings;
        this.topics = topics;
        this.names = names;
        this.publicUrl = publicUrl;
        this.community = community;
        this.feeds =
                Caffeine.newBuilder().maximumSize(500).expireAfterWrite(FRESH).build(this::write);
    }

    @GetMapping(path = "/rss", produces = RSS)
    @Public
    @Operation(summary = "The newest posts as RSS")
    ResponseEntity<byte[]> getRss() {
        return answer(feeds.get(""));
    }

    @GetMapping(path = "/topics/{slug}/rss", produces = RSS)
    @Public
    @Operation(summary = "The newest posts of a topic as RSS")
    ResponseEntity<byte[]> getRssOfTopic(@PathVariable String slug) {
        if (topics.find(slug).isEmpty()) {
            throw Problems.notFound("topic", slug);
        }
        return answer(feeds.get(slug));
    }

    private static ResponseEntity<byte[]> answer(byte[] feed) {
        return ResponseEntity.ok()
                .contentType(RSS_UTF8)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(feed);
    }

    private byte[] write(String slug) {
        @Nullable Topic topic = slug.isEmpty() ? null : topics.find(slug).orElse(null);
        List<PostReading> newest =
                readings.list(new PostListing.Latest(slug.isEmpty() ? null : slug), null, ITEMS).stream()
                        .map(PostReadings.ListedPost::reading)
                        .toList();
        Map<String, String> authors = names.namesOf(
                newest.stream().map(reading -> reading.post().authorId()).collect(Collectors.toSet()));
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(withoutControls(topic == null ? community : topic.name() + " · " + community));
        channel.setLink(publicUrl.toString());
        channel.setDescription(withoutControls(
                topic == null || topic.description().isEmpty()
                        ? "The newest posts of " + community
                        : topic.description()));
        channel.setItems(newest.stream()
                .map(reading ->
                        item(reading, authors.getOrDefault(reading.post().authorId(), "")))
                .toList());
        try {
            return new WireFeedOutput().outputString(channel).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("The feed of '" + slug + "' cannot be written", e);
        }
    }

    /** RSS 2.0's own author is an e-mail address. */
    private static List<Module> creator(String author) {
        if (author.isEmpty()) {
            return List.of();
        }
        DCModule names = new DCModuleImpl();
        names.setCreator(author);
        return List.of(names);
    }

    private Item item(PostReading reading, String author) {
        Post post = reading.post();
        Item item = new Item();
        item.setTitle(withoutControls(Objects.requireNonNullElse(post.text().title(), "")));
        item.setLink(publicUrl + "/#/posts/" + post.id());
        item.setModules(creator(withoutControls(author)));
        Instant publishedAt = Objects.requireNonNullElse(
                post.publication().publishedAt(), post.authorship().createdAt());
        item.setPubDate(Date.from(publishedAt));
        Description description = new Description();
        description.setValue(asHtml(withoutControls(reading.excerpt())));
        item.setDescription(description);
        Guid guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(post.id());
        item.setGuid(guid);
        item.setCategories(post.topics().stream().map(RssController::category).toList());
        return item;
    }

    /** Readers take an item's description for HTML, once its XML is read; its title and a channel's texts they do not. */
    private static String asHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Category category(String slug) {
        Category category = new Category();
        category.setValue(slug);
        return category;
    }

    /** XML 1.0 has no place for most control characters, and one of them would make the whole feed unreadable. */
    private static String withoutControls(String text) {
        return text.codePoints()
                .filter(RssController::isXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
