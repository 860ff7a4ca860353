/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import community.townhall.agreement.Partial;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Posts and what is done with them, without a store, as far as {@link Posts} is asked for them here. */
public final class PostsInMemory {

    private final Map<String, Post> posts = new HashMap<>();
    private final BiConsumer<PostEvent, Long> happened;
    private final Clock clock;

    /** @param happened told of each event and the version of its post */
    public PostsInMemory(BiConsumer<PostEvent, Long> happened, Clock clock) {
        this.happened = happened;
        this.clock = clock;
    }

    public void write(String id, String authorId, PostKind kind, String text) {
        Instant now = clock.instant();
        Authorship authorship = new Authorship(authorId, kind, null, now, null, null);
        add(Post.created(id, authorship, List.of("topic"), new Text(1, "Title", text, now)));
    }

    public void edit(String id, String text) {
        change(id, post -> post.edited(post.authorId(), null, text, null, post.version(), clock.instant()));
    }

    public void withdraw(String id) {
        change(id, post -> post.withdrawn(post.authorId(), clock.instant()));
    }

    public Posts asPosts() {
        return Partial.of(Posts.class, this);
    }

    public Optional<Post> find(String id) {
        return Optional.ofNullable(posts.get(id));
    }

    public boolean add(Change first) {
        posts.put(first.post().id(), first.post());
        first.events().forEach(event -> happened.accept(event, 1L));
        return true;
    }

    public Optional<Post> change(String id, Function<Post, Change> decision) {
        Change change = decision.apply(find(id).orElseThrow());
        if (change.changed()) {
            Post stored = change.post().stored();
            posts.put(id, stored);
            change.events().forEach(event -> happened.accept(event, stored.version()));
        }
        return find(id);
    }
}
