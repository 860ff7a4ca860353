/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a decision comes to.
 *
 * @param post as it is to stand
 * @param events what happened
 * @param at when it happened, by the clock of the community
 * @param superseded texts that the post's document no longer holds afterwards and that are to be kept
 * @param changed false when all is as it was: nothing is to be written
 */
public record Change(Post post, List<PostEvent> events, Instant at, List<Revision> superseded, boolean changed) {

    public Change {
        events = List.copyOf(events);
        superseded = List.copyOf(superseded);
    }

    public static Change of(Post post, Instant at, PostEvent... events) {
        return new Change(post, List.of(events), at, List.of(), true);
    }

    public static Change nothing(Post post, Instant at) {
        return new Change(post, List.of(), at, List.of(), false);
    }

    public Change alsoTelling(PostEvent event) {
        List<PostEvent> told = new ArrayList<>(events);
        told.add(event);
        return new Change(post, told, at, superseded, changed);
    }

    public Change superseding(List<Revision> texts) {
        return new Change(post, events, at, texts, changed);
    }
}
