/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import community.townhall.content.post.Change;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostEvent;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostObserver;
import community.townhall.content.post.PostStatus;
import community.townhall.content.post.Posts;
import community.townhall.content.post.Revision;
import community.townhall.content.post.Text;
import community.townhall.content.text.RenderedTexts;
import community.townhall.kit.mongo.Views;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.kit.outbox.Retry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Posts as aggregates with their outbox, and their superseded texts as facts beside them. */
@Repository
class MongoPosts implements Posts {

    private final Aggregates<PostDocument, PostEvent> aggregates;
    private final MongoOperations mongo;
    private final Views views;
    private final RenderedTexts texts;
    private final List<PostObserver> observers;
    private final MeterRegistry meters;

    MongoPosts(
            AggregatesFactory factory,
            EventMapper<PostEvent> mapper,
            MongoOperations mongo,
            Views views,
            RenderedTexts texts,
            List<PostObserver> observers,
            MeterRegistry meters) {
        this.aggregates = factory.of(PostDocument.class, mapper);
        this.mongo = mongo;
        this.views = views;
        this.texts = texts;
        this.observers = observers;
        this.meters = meters;
        mongo.indexOps(PostDocument.class)
                .createIndex(new Index("status", Sort.Direction.ASC)
                        .on("publishAt", Sort.Direction.ASC)
                        .named("due"));
        mongo.indexOps(PostDocument.class)
                .createIndex(new Index("origin", Sort.Direction.ASC)
                        .on("kind", Sort.Direction.ASC)
                        .named("imports"));
        mongo.indexOps(RevisionDocument.class)
                .createIndex(new Index("postId", Sort.Direction.ASC)
                        .on("revision", Sort.Direction.ASC)
                        .named("history"));
        mongo.indexOps(RevisionDocument.class)
                .createIndex(new Index("postId", Sort.Direction.ASC)
                        .on("shown", Sort.Direction.ASC)
                        .on("revision", Sort.Direction.ASC)
                        .named("shown-history"));
    }

    @Override
    public Optional<Post> find(String id) {
        return aggregates.find(id).map(PostDocument::toPost);
    }

    @Override
    public boolean add(Change first) {
        try {
            aggregates.insert(document(first.post()), first.events(), first.at());
        } catch (DuplicateKeyException e) {
            return false;
        }
        tell(first);
        return true;
    }

    @Override
    public Optional<Post> change(String id, Function<Post, Change> decision) {
        return Retry.onConflict(() -> find(id).map(post -> carryOut(decision.apply(post))));
    }

    private Post carryOut(Change change) {
        if (!change.changed()) {
            return change.post();
        }
        Post post = change.post();
        for (Revision superseded : change.superseded()) {
            views.saveIfNewer(RevisionDocument.of(post.id(), post.version(), superseded));
        }
        aggregates.update(document(post), change.events(), change.at());
        tell(change);
        return post.stored();
    }

    private PostDocument document(Post post) {
        Text text = post.text();
        String excerpt = texts.render(
                        post.id(),
                        text.revision(),
                        text.at(),
                        text.body(),
                        text.markup(post.authorship().isImported()))
                .excerpt();
        return PostDocument.from(post, excerpt);
    }

    private void tell(Change change) {
        observers.forEach(observer -> observer.changed(change.post()));
        count(change);
    }

    private void count(Change change) {
        for (PostEvent event : change.events()) {
            Counter.builder("townhall.posts")
                    .description("What happened to posts, by kind of post and of event")
                    .tag("kind", change.post().kind().name())
                    .tag("event", event.getClass().getSimpleName())
                    .register(meters)
                    .increment();
        }
    }

    @Override
    public List<String> due(Instant now, int limit) {
        Query due = Query.query(where("status")
                        .is(PostStatus.SCHEDULED.name())
                        .and("publishAt")
                        .lte(now))
                .with(Sort.by("publishAt"))
                .limit(limit);
        due.fields().include("_id");
        return mongo.find(due, Document.class, mongo.getCollectionName(PostDocument.class)).stream()
                .map(document -> Objects.requireNonNull(document.getString("_id")))
                .toList();
    }

    @Override
    public List<Revision> supersededRevisions(String id, long before, boolean shown, int limit) {
        Criteria superseded = where("postId").is(id).and("revision").lt(before);
        Query history = Query.query(shown ? superseded.and("shown").is(true) : superseded)
                .with(Sort.by(Sort.Direction.DESC, "revision"))
                .limit(limit);
        return mongo.find(history, RevisionDocument.class).stream()
                .map(RevisionDocument::toRevision)
                .toList();
    }

    @Override
    public long countImported(String origin, PostKind kind) {
        return mongo.count(Query.query(where("origin").is(origin).and("kind").is(kind.name())), PostDocument.class);
    }
}
