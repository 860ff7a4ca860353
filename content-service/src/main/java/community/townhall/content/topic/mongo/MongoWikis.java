/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.content.topic.Wiki;
import community.townhall.content.topic.Wikis;
import community.townhall.texts.Markup;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Nobody else decides by a wiki, so it has neither version nor events: the last one written here is the one there is. */
@Repository
class MongoWikis implements Wikis {

    private static final String ORIGIN = "origin";

    private final MongoOperations mongo;

    MongoWikis(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(WikiDocument.class).createIndex(new Index(ORIGIN, Sort.Direction.ASC).sparse());
    }

    @Document("topicWikis")
    record WikiDocument(
            @Id String id,
            String text,
            Markup markup,
            @Nullable String origin) {

        Wiki toWiki() {
            return new Wiki(id, text, markup, origin);
        }
    }

    @Override
    public Optional<Wiki> find(String slug) {
        return Optional.ofNullable(mongo.findById(slug, WikiDocument.class)).map(WikiDocument::toWiki);
    }

    @Override
    public void put(String slug, String text, Markup markup) {
        mongo.upsert(
                query(where("_id").is(slug)), new Update().set("text", text).set("markup", markup), WikiDocument.class);
    }

    @Override
    public Wiki imported(Wiki wiki) {
        WikiDocument there = mongo.findAndModify(
                query(where("_id").is(wiki.slug())),
                new Update()
                        .setOnInsert("text", wiki.text())
                        .setOnInsert("markup", wiki.markup())
                        .set(ORIGIN, wiki.origin()),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                WikiDocument.class);
        return Objects.requireNonNull(there).toWiki();
    }

    @Override
    public long countImported(String origin) {
        return mongo.count(query(where(ORIGIN).is(origin)), WikiDocument.class);
    }
}
