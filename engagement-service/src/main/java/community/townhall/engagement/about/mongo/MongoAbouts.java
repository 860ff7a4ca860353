/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.about.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.engagement.about.About;
import community.townhall.engagement.about.Abouts;
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

/** Nobody else decides by it, so it has neither version nor events. */
@Repository
class MongoAbouts implements Abouts {

    private static final String TEXT = "text";
    private static final String MARKUP = "markup";
    private static final String ORIGIN = "origin";

    private final MongoOperations mongo;

    MongoAbouts(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(AboutDocument.class).createIndex(new Index(ORIGIN, Sort.Direction.ASC));
    }

    @Document("abouts")
    record AboutDocument(
            @Id String id, @Nullable String text, @Nullable Markup markup, String origin) {

        /** Empty for one that was taken away. */
        Optional<About> toAbout() {
            return text == null || markup == null ? Optional.empty() : Optional.of(new About(id, text, markup, origin));
        }
    }

    @Override
    public Optional<About> of(String memberId) {
        return Optional.ofNullable(mongo.findById(memberId, AboutDocument.class))
                .flatMap(AboutDocument::toAbout);
    }

    @Override
    public boolean imported(About about) {
        AboutDocument there = mongo.findAndModify(
                query(where("_id").is(about.memberId())),
                new Update()
                        .setOnInsert(TEXT, about.text())
                        .setOnInsert(MARKUP, about.markup())
                        .setOnInsert(ORIGIN, about.origin()),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                AboutDocument.class);
        return Objects.requireNonNull(there).toAbout().filter(about::equals).isPresent();
    }

    @Override
    public void remove(String memberId) {
        mongo.updateFirst(
                query(where("_id").is(memberId)), new Update().unset(TEXT).unset(MARKUP), AboutDocument.class);
    }

    @Override
    public long countImportedFrom(String origin) {
        return mongo.count(query(where(ORIGIN).is(origin)), AboutDocument.class);
    }
}
