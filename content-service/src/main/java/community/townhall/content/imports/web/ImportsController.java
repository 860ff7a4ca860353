/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.imports.web;

import community.townhall.content.post.PostKind;
import community.townhall.content.post.Posts;
import community.townhall.content.topic.Topics;
import community.townhall.content.topic.Wikis;
import community.townhall.kit.imported.ImportRules;
import community.townhall.kit.security.access.Operators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/content/imports")
@Tag(name = "Imports", description = "What came from other communities")
class ImportsController {

    private final Posts posts;
    private final Topics topics;
    private final Wikis wikis;

    ImportsController(Posts posts, Topics topics, Wikis wikis) {
        this.posts = posts;
        this.topics = topics;
        this.wikis = wikis;
    }

    /** @param posts of all kinds */
    record ImportedCounts(long topics, long wikis, long questions, long answers, long posts) {}

    @GetMapping("/{origin}")
    @Operators
    @Operation(summary = "How much is stored of what came from that community")
    ImportedCounts countImported(@PathVariable @Pattern(regexp = ImportRules.ORIGIN) String origin) {
        return new ImportedCounts(
                topics.countImported(origin),
                wikis.countImported(origin),
                posts.countImported(origin, PostKind.QUESTION),
                posts.countImported(origin, PostKind.ANSWER),
                Arrays.stream(PostKind.values())
                        .mapToLong(kind -> posts.countImported(origin, kind))
                        .sum());
    }
}
