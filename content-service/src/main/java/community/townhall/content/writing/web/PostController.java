/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing.web;

import community.townhall.community.member.KnownMembers;
import community.townhall.content.post.Authorship;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.Posts;
import community.townhall.content.reading.PostView;
import community.townhall.content.reading.PostViews;
import community.townhall.content.writing.EditPost;
import community.townhall.content.writing.WithdrawPost;
import community.townhall.content.writing.WritePost;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.web.Creation;
import community.townhall.kit.web.Creations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/api/content/posts")
@Tag(name = "Posts", description = "Posts and answers: writing, publishing, revising, accepting")
class PostController {

    private final Posts posts;
    private final PostViews views;
    private final WritePost writePost;
    private final EditPost editPost;
    private final WithdrawPost withdrawPost;
    private final KnownMembers names;
    private final Creations creations;
    private final Clock clock;

    PostController(
            Posts posts,
            PostViews views,
            WritePost writePost,
            EditPost editPost,
            WithdrawPost withdrawPost,
            KnownMembers names,
            Creations creations,
            Clock clock) {
        this.posts = posts;
        this.views = views;
        this.writePost = writePost;
        this.editPost = editPost;
        this.withdrawPost = withdrawPost;
        this.names = names;
        this.creations = creations;
        this.clock = clock;
    }

    @PostMapping
    @Members
    @Operation(summary = "Write a post: it is screened, then published; or kept as a draft; or published at a set time")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PostView> writePost(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewPostRequest request) {
        Imported imported = request.imported();
        Creation creation = creation(caller, key, imported, request);
        return create(
                caller,
                key,
                creation,
                imported,
                () -> writePost.post(
                        creation.id(),
                        authorship(caller, imported, request.kind(), null, creation),
                        request.title(),
                        request.text(),
                        request.markup(),
                        request.topics(),
                        Boolean.TRUE.equals(request.draft()),
                        request.publishAt(),
                        caller.isOperator()));
    }

    @PostMapping("/{questionId}/answers")
    @Members
    @Operation(summary = "Answer a question")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PostView> answerQuestion(
            Caller caller,
            @PathVariable String questionId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewAnswerRequest request) {
        Imported imported = request.imported();
        Creation creation = creation(caller, key, imported, new NewAnswerRequest.ToQuestion(questionId, request));
        return create(
                caller,
                key,
                creation,
                imported,
                () -> writePost.answer(
                        creation.id(),
                        authorship(caller, imported, PostKind.ANSWER, questionId, creation),
                        request.text(),
                        request.markup(),
                        caller.isModerator()));
    }

    private Creation creation(Caller caller, @Nullable String key, @Nullable Imported imported, Object request) {
        if (imported == null) {
            return creations.of("post", caller.memberId(), key, request);
        }
        imported.requirePossible(caller, clock.instant());
        return creations.ofImport(imported.community(), key, request);
    }

    private Authorship authorship(
            Caller caller, @Nullable Imported imported, PostKind kind, @Nullable String questionId, Creation creation) {
        return imported == null
                ? new Authorship(caller.memberId(), kind, questionId, clock.instant(), null, creation.requestHash())
                : new Authorship(
                        imported.authorId(),
                        kind,
                        questionId,
                        imported.at(),
                        imported.community(),
                        creation.requestHash());
    }

    private ResponseEntity<PostView> create(
            Caller caller,
            @Nullable String key,
            Creation creation,
            @Nullable Imported imported,
            Supplier<Post> decision) {
        if (imported == null) {
            names.introduce(caller.memberId(), caller.name());
        }
        Post post = (key == null ? Optional.<Post>empty() : posts.find(creation.id())).orElseGet(decision);
        if (key != null) {
            creation.mustMatch(post.authorship().requestHash());
        }
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/content/posts/{id}").build(post.id()))
                .body(views.view(post, caller));
    }

    @PutMapping("/{id}")
    @Members
    @Operation(summary = "Write a post anew; a published one keeps its text in view until the new one is let through")
    PostView editPost(Caller caller, @PathVariable String id, @Valid @RequestBody EditRequest request) {
        return views.view(
                editPost.edit(
                        id, caller.memberId(), request.title(), request.text(), request.topics(), request.version()),
                caller);
    }

    @DeleteMapping("/{id}")
    @Members
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove one's own post, for good")
    void withdrawPost(Caller caller, @PathVariable String id) {
        withdrawPost.withdraw(id, caller.memberId());
    }
}
