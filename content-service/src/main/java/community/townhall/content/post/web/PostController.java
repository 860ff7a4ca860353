/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.web;

import community.townhall.community.member.KnownMembers;
import community.townhall.content.figures.Figures;
import community.townhall.content.post.AcceptAnswer;
import community.townhall.content.post.Authorship;
import community.townhall.content.post.EditPost;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostReading;
import community.townhall.content.post.PostReadings;
import community.townhall.content.post.Posts;
import community.townhall.content.post.PublishPost;
import community.townhall.content.post.WithdrawPost;
import community.townhall.content.post.WritePost;
import community.townhall.kit.imported.ImportRules;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Creation;
import community.townhall.kit.web.Creations;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/api/content/posts")
@Tag(name = "Posts", description = "Posts and answers: writing, publishing, revising, accepting")
class PostController {

    private final Posts posts;
    private final PostReadings readings;
    private final PostViews views;
    private final WritePost writePost;
    private final EditPost editPost;
    private final PublishPost publishPost;
    private final WithdrawPost withdrawPost;
    private final AcceptAnswer acceptAnswer;
    private final KnownMembers names;
    private final Creations creations;
    private final Clock clock;

    PostController(
            Posts posts,
            PostReadings readings,
            PostViews views,
            WritePost writePost,
            EditPost editPost,
            PublishPost publishPost,
            WithdrawPost withdrawPost,
            AcceptAnswer acceptAnswer,
            KnownMembers names,
            Creations creations,
            Clock clock) {
        this.posts = posts;
        this.readings = readings;
        this.views = views;
        this.writePost = writePost;
        this.editPost = editPost;
        this.publishPost = publishPost;
        this.withdrawPost = withdrawPost;
        this.acceptAnswer = acceptAnswer;
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
        Imported.requireOperator(imported, caller);
        if (imported != null) {
            imported.requirePossible(clock.instant());
        }
        return imported == null
                ? creations.of("post", caller.memberId(), key, request)
                : creations.ofImport(imported.community(), key, request);
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
            java.util.function.Supplier<Post> decision) {
        if (imported == null) {
            names.introduce(caller.memberId(), caller.name());
        }
        Post post = (key == null ? java.util.Optional.<Post>empty() : posts.find(creation.id())).orElseGet(decision);
        if (key != null) {
            creation.mustMatch(post.authorship().requestHash());
        }
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/content/posts/{id}").build(post.id()))
                .body(view(post, caller));
    }

    @GetMapping("/{id}")
    @Public
    @Operation(summary = "One post")
    PostView getPost(@Nullable Caller caller, @PathVariable String id) {
        return views.view(readable(id, caller), caller);
    }

    @PutMapping("/{id}")
    @Members
    @Operation(summary = "Write a post anew; a published one keeps its text in view until the new one is let through")
    PostView editPost(Caller caller, @PathVariable String id, @Valid @RequestBody EditRequest request) {
        return view(
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

    @PostMapping("/{id}/publication")
    @Members
    @Operation(summary = "Publish a draft or scheduled post, now or at a set time")
    PostView publishPost(
            Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable PublicationRequest request) {
        return view(publishPost.publish(id, caller.memberId(), request == null ? null : request.publishAt()), caller);
    }

    @DeleteMapping("/{id}/publication")
    @Members
    @Operation(summary = "Take a scheduled post back to the drafts")
    PostView unschedulePost(Caller caller, @PathVariable String id) {
        return view(publishPost.unschedule(id, caller.memberId()), caller);
    }

    @PutMapping("/{id}/accepted-answer")
    @Members
    @Operation(summary = "Accept an answer, in place of another if there is one")
    PostView acceptAnswer(Caller caller, @PathVariable String id, @Valid @RequestBody AcceptRequest request) {
        AcceptRequest.ImportedAcceptance imported = request.imported();
        Imported.requireOperator(imported, caller);
        if (imported != null) {
            Imported.require(
                    ImportRules.brokenBy(imported.origin(), imported.authorId(), imported.at(), clock.instant()));
        }
        return view(
                imported == null
                        ? acceptAnswer.accept(id, request.answerId(), caller.memberId())
                        : acceptAnswer.imported(id, request.answerId(), imported.at()),
                caller);
    }

    @DeleteMapping("/{id}/accepted-answer")
    @Members
    @Operation(summary = "Take an acceptance back")
    PostView unacceptAnswer(Caller caller, @PathVariable String id) {
        return view(acceptAnswer.unaccept(id, caller.memberId()), caller);
    }

    private PostReading readable(String id, @Nullable Caller caller) {
        return readings.find(id)
                .filter(reading -> views.mayRead(reading.post(), caller))
                .orElseThrow(() -> Problems.notFound("post", id));
    }

    /** The post as just decided, with whatever figures it has by now. */
    private PostView view(Post decided, Caller caller) {
        Figures figures = decided.version() == 1
                ? Figures.NONE
                : readings.find(decided.id()).map(PostReading::figures).orElse(Figures.NONE);
        return views.view(
                readings.shown(List.of(new PostReading(decided, figures, ""))).getFirst(), caller);
    }
}
