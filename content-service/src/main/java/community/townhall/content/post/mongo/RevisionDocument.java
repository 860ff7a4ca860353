/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.mongo;

import community.townhall.content.post.Revision;
import community.townhall.content.post.Text;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A text that its post no longer holds, in collection {@code revisions}.
 *
 * @param id post and revision: what a revision says never changes, so whoever writes it first or again writes the same
 * @param version of the post that superseded it; the latest to supersede it knows best whether it was shown
 */
@Document("revisions")
record RevisionDocument(@Id String id, long version, String postId, int revision, Text text, boolean shown) {

    static RevisionDocument of(String postId, long version, Revision superseded) {
        Text text = superseded.text();
        return new RevisionDocument(
                postId + ":" + text.revision(), version, postId, text.revision(), text, superseded.shown());
    }

    Revision toRevision() {
        return new Revision(text, shown);
    }
}
