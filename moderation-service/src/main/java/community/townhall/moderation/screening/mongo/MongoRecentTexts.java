/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.moderation.screening.RecentText;
import community.townhall.moderation.screening.RecentTexts;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** One document an author, in the collection {@code authors}: what is added is read and written in one step. */
@Component
final class MongoRecentTexts implements RecentTexts {

    private static final int KEPT = 200;

    /** The same whatever order they come in, so that one which comes again, late, changes nothing. */
    private static final Sort ORDER = Sort.by("at", "subjectId", "revision");

    @Document("authors")
    private record AuthorDocument(@Id String id, List<RecentText> texts) {}

    private final MongoOperations mongo;

    MongoRecentTexts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<RecentText> by(String authorId) {
        AuthorDocument author = mongo.findById(authorId, AuthorDocument.class);
        return author == null ? List.of() : author.texts();
    }

    @Override
    public List<RecentText> add(String authorId, RecentText text) {
        Query author = query(where("_id")
                .is(authorId)
                .and("texts")
                .not()
                .elemMatch(
                        where("subjectId").is(text.subjectId()).and("revision").is(text.revision())));
        Update added = new Update().push("texts").sort(ORDER).slice(-KEPT).each(text);
        while (true) {
            AuthorDocument before = mongo.findAndModify(author, added, AuthorDocument.class);
            if (before != null) {
                return before.texts();
            }
            try {
                mongo.insert(new AuthorDocument(authorId, List.of(text)));
                return List.of();
            } catch (DuplicateKeyException e) {
                // The author is there: with this text among theirs, or since a moment ago.
                List<RecentText> texts = by(authorId);
                int own = indexOf(text, texts);
                if (own >= 0) {
                    return texts.subList(0, own);
                }
            }
        }
    }

    private static int indexOf(RecentText text, List<RecentText> texts) {
        for (int at = 0; at < texts.size(); at++) {
            RecentText other = texts.get(at);
            if (other.subjectId().equals(text.subjectId()) && other.revision() == text.revision()) {
                return at;
            }
        }
        return -1;
    }
}
