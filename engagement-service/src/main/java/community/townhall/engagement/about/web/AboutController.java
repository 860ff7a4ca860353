/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.about.web;

import community.townhall.engagement.about.About;
import community.townhall.engagement.about.Abouts;
import community.townhall.engagement.member.Members;
import community.townhall.kit.imported.ImportRules;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Problems;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Brought along by imports; who is spoken of may take it away. Nothing is written here anew, so nothing waits for screening. */
@RestController
@RequestMapping("/api/engagement/members")
@Tag(name = "Members", description = "Who takes part")
class AboutController {

    private final Abouts abouts;
    private final Members members;

    AboutController(Abouts abouts, Members members) {
        this.abouts = abouts;
        this.members = members;
    }

    /** @param markup absent for Markdown */
    record PutAboutRequest(
            @NotBlank @Size(max = 20_000) String text,
            @Nullable Markup markup,
            @NotNull @Valid Origin imported) {

        record Origin(@Nullable String origin) {}
    }

    /** @param html safe to put into a page; empty when they said nothing */
    record AboutView(String memberId, String html, @Nullable String origin) {

        static AboutView of(About about) {
            return new AboutView(
                    about.memberId(),
                    Texts.render(about.text(), about.markup(), Place.POST).html(),
                    about.origin());
        }
    }

    @GetMapping("/{id}/about")
    @Public
    @Operation(summary = "What a member said of themselves in the community they were imported from")
    AboutView getAbout(@PathVariable String id) {
        if (members.find(id).isEmpty()) {
            throw Problems.notFound("member", id);
        }
        return abouts.of(id).map(AboutView::of).orElseGet(() -> new AboutView(id, "", null));
    }

    @PutMapping("/{id}/about")
    @Operators
    @Operation(summary = "Import what a member said of themselves")
    AboutView putAbout(@PathVariable String id, @Valid @RequestBody PutAboutRequest request) {
        Markup markup = Objects.requireNonNullElse(request.markup(), Markup.MARKDOWN);
        String origin = ImportRules.requiredOrigin(request.imported().origin());
        if (members.find(id).filter(member -> origin.equals(member.origin())).isEmpty()) {
            throw Problems.notFound("member of that origin", id);
        }
        Texts.flawIn(request.text(), markup, Place.POST).ifPresent(flaw -> {
            throw Problems.invalid("text", flaw.rule(), "text " + flaw.message());
        });
        About about = new About(id, request.text(), markup, origin);
        if (!abouts.imported(about)) {
            throw Problems.kept("What " + id + " says of themselves here is something else, and stays as it is");
        }
        return AboutView.of(about);
    }

    @DeleteMapping("/me/about")
    @community.townhall.kit.security.access.Members
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take away what an import brought along of what I said of myself")
    void removeOwnAbout(Caller caller) {
        abouts.remove(caller.memberId());
    }
}
