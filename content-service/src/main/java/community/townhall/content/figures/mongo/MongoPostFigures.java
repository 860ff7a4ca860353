/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.figures.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import community.townhall.content.figures.HotRank;
import community.townhall.content.figures.PostFigures;
import community.townhall.content.figures.Tally;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Keeps the figures in the post's own document, in fields that its aggregate does not map and so leaves alone: one query
 * reads a post with its figures, and one index orders the hot feed.
 */
@Repository
class MongoPostFigures implements PostFigures {

    private static final String FIGURES_VERSION = "figures.version";
    private static final Bson RANKED_BY = Projections.include("publishedAt", "questionId", "figures");
    private static final String FENCE = "answersFence";

    private final MongoOperations mongo;

    MongoPostFigures(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<String> keep(Tally tally) {
        Bson older = Filters.and(
                Filters.eq("_id", tally.postId()),
                Filters.or(Filters.exists(FIGURES_VERSION, false), Filters.lt(FIGURES_VERSION, tally.version())));
        Document figures = new Document("version", tally.version())
                .append("score", tally.score())
                .append("up", tally.up())
                .append("down", tally.down())
                .append("comments", tally.comments());
        FindOneAndUpdateOptions newFigures = new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.AFTER)
                .projection(RANKED_BY);
        @Nullable
        Document post = mongo.execute("posts", posts -> {
            @Nullable Document kept = posts.findOneAndUpdate(older, Updates.set("figures", figures), newFigures);
            if (kept != null && !rankedOrNeedless(posts, kept)) {
                rank(posts, tally.postId());
            }
            return kept;
        });
        if (post == null) {
            return Optional.empty();
        }
        @Nullable String questionId = post.getString("questionId");
        return Optional.of(questionId == null ? tally.postId() : questionId);
    }

    @Override
    public void rank(String postId, Instant publishedAt) {
        // Of that very publication: what is told late must not rank by another.
        Bson unscored = Filters.and(
                Filters.eq("_id", postId),
                Filters.eq("publishedAt", Date.from(publishedAt)),
                Filters.eq(FIGURES_VERSION, null));
        Bson fresh = Updates.set("hot", HotRank.key(0, publishedAt, postId));
        mongo.execute("posts", posts -> {
            if (posts.updateOne(unscored, fresh).getMatchedCount() == 0) {
                rank(posts, postId);
            }
            return null;
        });
    }

    private static void rank(MongoCollection<Document> posts, String postId) {
        @Nullable Document post;
        do {
            // Again when the score changed in between: rank by the new one.
            post = posts.find(Filters.eq("_id", postId)).projection(RANKED_BY).first();
        } while (post != null && !rankedOrNeedless(posts, post));
    }

    private static boolean rankedOrNeedless(MongoCollection<Document> posts, Document post) {
        if (post.getDate("publishedAt") == null || post.getString("questionId") != null) {
            return true;
        }
        String postId = post.getString("_id");
        Document figures = post.get("figures", new Document());
        String hot = HotRank.key(
                number(figures, "score"), post.getDate("publishedAt").toInstant(), postId);
        Bson sameScore = Filters.and(Filters.eq("_id", postId), Filters.eq(FIGURES_VERSION, figures.get("version")));
        return posts.updateOne(sameScore, Updates.set("hot", hot)).getMatchedCount() == 1;
    }

    @Override
    public void recountAnswers(String questionId) {
        mongo.execute("posts", posts -> {
            @Nullable
            Document fenced = posts.findOneAndUpdate(
                    Filters.eq("_id", questionId),
                    Updates.inc(FENCE, 1L),
                    new FindOneAndUpdateOptions()
                            .returnDocument(ReturnDocument.AFTER)
                            .projection(Projections.include(FENCE)));
            if (fenced == null) {
                return null;
            }
            long answers = posts.countDocuments(
                    Filters.and(Filters.eq("questionId", questionId), Filters.eq("status", "PUBLISHED")));
            // A count begun later has seen at least as much: it is left to stand.
            posts.updateOne(
                    Filters.and(Filters.eq("_id", questionId), Filters.eq(FENCE, fenced.get(FENCE))),
                    Updates.combine(Updates.set("answers", answers), Updates.set("unanswered", answers == 0)));
            return null;
        });
    }

    private static long number(Document document, String field) {
        Number number = document.get(field, Number.class);
        return number == null ? 0 : number.longValue();
    }
}
