/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.engagement.comment.Comment;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/** Comments as HTML that is safe to show. A text never changes within a revision, so each is rendered once. */
@Component
class Markdown {

    private static final long LONGEST_IN_ALL = 16_000_000;
    private static final List<Extension> EXTENSIONS = List.of(AutolinkExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(EXTENSIONS).softbreak("<br />\n").build();

    private final PolicyFactory safe = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a")
            .allowAttributes("href")
            .onElements("a")
            .allowStandardUrlProtocols()
            .requireRelsOnLinks("nofollow", "ugc", "noopener", "noreferrer")
            .toFactory();

    private record Key(String commentId, int revision) {}

    private final Cache<Key, String> rendered = Caffeine.newBuilder()
            .maximumWeight(LONGEST_IN_ALL)
            .weigher((Key _, String html) -> html.length() + 100)
            .build();

    String html(Comment comment) {
        return rendered.get(
                new Key(comment.id(), comment.revision()),
                _ -> safe.sanitize(renderer.render(parser.parse(comment.text().value()))));
    }
}
