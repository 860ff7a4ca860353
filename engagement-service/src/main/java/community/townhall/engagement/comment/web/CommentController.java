/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import community.townhall.engagement.comment.ChangeComment;
import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.CommentText;
import community.townhall.engagement.comment.Comments;
import community.townhall.engagement.comment.WriteComment;
import community.townhall.engagement.imported.Imported;
import community.townhall.engagement.member.JoinCommunity;
import community.townhall.engagement.post.Posts;
import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Creation;
import community.townhall.kit.web.Creations;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.Reference;
import community.townhall.texts.Markup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@Tag(name = "Comments", description = "What members say under a post")
@RequestMapping("/api/engagement/comments")
class CommentController {

    private final Comments comments;
    private final Posts posts;
    private final WriteComment write;
    private final ChangeComment change;
    private final CommentViews views;
    private final CommentPages pages;
    private final JoinCommunity join;
    private final Creations creations;
    private final Clock clock;

    CommentController(
            Comments comments,
            Posts posts,
            WriteComment write,
            ChangeComment change,
            CommentViews views,
            CommentPages pages,
            JoinCommunity join,
            Creations creations,
            Clock clock) {
        this.comments = comments;
        this.posts = posts;
        this.write = write;
        this.change = change;
        this.views = views;
        this.pages = pages;
        this.join = join;
        this.creations = creations;
        this.clock = clock;
    }

    record NewComment(
            @NotNull @Reference String postId,
            @Nullable @Reference String parentId,

            @Schema(minLength = 1, maxLength = 10_000) @NotNull
            String text,

            @Nullable Imported imported,
            // Left out when absent: the hash of a repeated request is over this, and older ones had no such field.
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(allowableValues = {"MARKDOWN", "HTML"}) @Nullable
            Markup markup) {}

    record EditedComment(
            @Schema(minLength = 1, maxLength = 10_000) @NotNull
            String text,

            @NotNull Long version) {}

    @PostMapping
    @Members
    @Operation(summary = "Comment on a post, or reply to a comment on it")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommentView> writeComment(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewComment request) {
        CommentText text = CommentText.written(
                request.text(),
                Objects.requireNonNullElse(request.markup(), Markup.MARKDOWN),
                request.imported() != null);
        Creation creation;
        Comment comment;
        if (request.imported() == null) {
            creation = creations.of("comment", caller.memberId(), key, request);
            join.unlessJoined(caller.memberId(), caller.name());
            comment = write.by(caller.memberId(), draft(creation, request, text));
        } else {
            Imported.Complete imported = request.imported().complete(caller.isOperator(), clock.instant());
            creation = creations.ofImport(imported.origin(), key, request);
            comment = write.imported(imported, draft(creation, request, text));
        }
        if (creation.requestHash() != null) {
            creation.mustMatch(comment.requestHash());
        }
        CommentView view = comment.version() == 1 ? views.ofNew(comment, caller) : views.of(comment, caller);
        return ResponseEntity.created(UriComponentsBuilder.fromPath("/api/engagement/comments/{id}")
                        .build(comment.id()))
                .body(view);
    }

    private static WriteComment.Draft draft(Creation creation, NewComment request, CommentText text) {
        return new WriteComment.Draft(
                creation.id(), creation.requestHash(), request.postId(), request.parentId(), text);
    }

    @GetMapping
    @Public
    @Operation(summary = "The comments on some posts together, oldest first: what is visible, and one's own")
    Page<CommentView> listComments(
            @Nullable Caller caller,
            @RequestParam @Size(min = 1, max = 100) List<String> post,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.TIME_AND_ID) String cursor,
            @RequestParam(defaultValue = "500") @Min(1) @Max(1000) int limit) {
        return pages.page(post, isModerator(caller) ? post : posts.seenAmong(post), caller, cursor, limit);
    }

    @GetMapping("/{id}")
    @Public
    @Operation(summary = "A comment")
    CommentView getComment(@Nullable Caller caller, @PathVariable String id) {
        return comments.find(id)
                .filter(comment -> mayRead(caller, comment))
                .filter(comment -> isModerator(caller) || posts.isSeen(comment.postId()))
                .map(comment -> views.of(comment, caller))
                .orElseThrow(() -> Refusal.unknown("comment", id));
    }

    private static boolean isModerator(@Nullable Caller caller) {
        return caller != null && caller.isModerator();
    }

    private static boolean mayRead(@Nullable Caller caller, Comment comment) {
        return comment.isVisible()
                || (caller != null
                        && (caller.isModerator()
                                || (caller.memberId().equals(comment.authorId()) && !comment.deletedByAuthor())));
    }

    @PutMapping("/{id}")
    @Members
    @Operation(summary = "Edit my comment; it is screened again")
    CommentView editComment(Caller caller, @PathVariable String id, @Valid @RequestBody EditedComment request) {
        Comment edited = change.edit(id, caller.memberId(), request.text(), request.version());
        return views.of(edited, caller);
    }

    @DeleteMapping("/{id}")
    @Members
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take my comment down")
    void deleteComment(Caller caller, @PathVariable String id) {
        change.delete(id, caller.memberId());
    }
}
