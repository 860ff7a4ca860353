/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.about.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.engagement.about.About;
import community.townhall.engagement.about.Abouts;
import community.townhall.texts.Markup;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Nobody else decides by it, so it has neither version nor events. */
@Repository
class MongoAbouts implements Abouts {

    private static final String ORIGIN = "origin";

    private final MongoOperations mongo;

    MongoAbouts(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(AboutDocument.class).createIndex(new Index(ORIGIN, Sort.Direction.ASC));
    }

    @Document("abouts")
    record AboutDocument(@Id String id, String text, Markup markup, String origin) {}

    @Override
    public Optional<About> of(String memberId) {
        return Optional.ofNullable(mongo.findById(memberId, AboutDocument.class))
                .map(found -> new About(found.id(), found.text(), found.markup(), found.origin()));
    }

    @Override
    public void put(About about) {
        mongo.upsert(
                query(where("_id").is(about.memberId())),
                new Update()
                        .set("text", about.text())
                        .set("markup", about.markup())
                        .set(ORIGIN, about.origin()),
                AboutDocument.class);
    }

    @Override
    public void remove(String memberId) {
        mongo.remove(query(where("_id").is(memberId)), AboutDocument.class);
    }

    @Override
    public long countImportedFrom(String origin) {
        return mongo.count(query(where(ORIGIN).is(origin)), AboutDocument.class);
    }
}
