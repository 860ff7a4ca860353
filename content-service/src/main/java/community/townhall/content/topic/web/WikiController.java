/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic.web;

import community.townhall.content.topic.Topic;
import community.townhall.content.topic.Topics;
import community.townhall.content.topic.Wiki;
import community.townhall.content.topic.Wikis;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Problems;
import community.townhall.kit.web.SameForEverybody;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What topics are about, at length. */
@RestController
@RequestMapping("/api/content/topics/{slug}/wiki")
@Tag(name = "Topics", description = "What posts are about")
class WikiController {

    private final Topics topics;
    private final Wikis wikis;

    WikiController(Topics topics, Wikis wikis) {
        this.topics = topics;
        this.wikis = wikis;
    }

    /** @param markup absent for Markdown */
    record PutWikiRequest(
            @NotBlank @Size(max = 60_000) String text,
            @Nullable Markup markup,
            @Valid PutTopicRequest.@Nullable Imported imported) {}

    /** @param html safe to put into a page */
    record WikiView(String slug, String text, Markup markup, String html) {

        static WikiView of(Wiki wiki) {
            return new WikiView(
                    wiki.slug(),
                    wiki.text(),
                    wiki.markup(),
                    Texts.render(wiki.text(), wiki.markup(), Place.POST).html());
        }
    }

    @GetMapping
    @Public
    @SameForEverybody
    @Operation(summary = "What a topic is about, at length")
    WikiView getWiki(@PathVariable String slug) {
        return wikis.find(slug).map(WikiView::of).orElseThrow(() -> Problems.notFound("wiki", slug));
    }

    @PutMapping
    @Operators
    @Operation(summary = "Say at length what a topic is about")
    WikiView putWiki(@PathVariable String slug, @Valid @RequestBody PutWikiRequest request) {
        Topic topic = topics.find(slug).orElseThrow(() -> Problems.notFound("topic", slug));
        Markup markup = Objects.requireNonNullElse(request.markup(), Markup.MARKDOWN);
        Texts.flawIn(request.text(), markup, Place.POST).ifPresent(flaw -> {
            throw Problems.invalid("text", flaw.rule(), "text " + flaw.message());
        });
        PutTopicRequest.Imported imported = request.imported();
        @Nullable String origin = imported == null ? null : imported.community();
        if (origin != null && !origin.equals(topic.origin())) {
            throw Problems.conflict("Not from there", "The topic " + slug + " did not come from " + origin);
        }
        Wiki wiki = new Wiki(slug, request.text(), markup, origin);
        if (imported == null) {
            wikis.put(slug, wiki.text(), markup);
        } else if (!wikis.imported(wiki).equals(wiki)) {
            throw Problems.kept("The topic " + slug + " has another wiki here, which stays as it is");
        }
        return WikiView.of(wiki);
    }
}
