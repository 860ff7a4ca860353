/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.imports.web;

import community.townhall.engagement.about.Abouts;
import community.townhall.engagement.comment.Comments;
import community.townhall.engagement.member.Members;
import community.townhall.engagement.reaction.Reactions;
import community.townhall.kit.imported.ImportRules;
import community.townhall.kit.security.access.Operators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Imports", description = "What came from other communities")
@RequestMapping("/api/engagement/imports")
class ImportController {

    private final Members members;
    private final Abouts abouts;
    private final Comments comments;
    private final Reactions reactions;

    ImportController(Members members, Abouts abouts, Comments comments, Reactions reactions) {
        this.members = members;
        this.abouts = abouts;
        this.comments = comments;
        this.reactions = reactions;
    }

    @Schema(name = "ImportedCounts")
    record Imported(long members, long abouts, long comments, long reactions) {}

    @GetMapping("/{origin}")
    @Operators
    @Operation(summary = "How much is stored of that origin")
    Imported countImported(@PathVariable @Pattern(regexp = ImportRules.ORIGIN) String origin) {
        return new Imported(
                members.countImportedFrom(origin),
                abouts.countImportedFrom(origin),
                comments.countImportedFrom(origin),
                reactions.countImportedFrom(origin));
    }
}
