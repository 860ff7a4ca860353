/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.post.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import community.townhall.engagement.post.Post;
import community.townhall.engagement.post.Posts;
import community.townhall.kit.cache.HeapShare;
import community.townhall.kit.mongo.BatchedReads;
import community.townhall.kit.mongo.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoPosts implements Posts {

    /** How long what another instance was told of a post may stay unseen here. */
    private static final Duration COPIES_LAST = Duration.ofSeconds(5);

    private final MongoOperations mongo;
    private final Views views;
    private final BatchedReads<PostDocument> posts;

    /** Only what is visible: what is not may become so any moment, and somebody waits for that. */
    private final Cache<String, Post> recent = HeapShare.<Post>ofPercent(2, MongoPosts::bytesOf)
            .expireAfterWrite(COPIES_LAST)
            .build();

    MongoPosts(MongoOperations mongo, Views views) {
        this.mongo = mongo;
        this.views = views;
        this.posts = new BatchedReads<>(mongo, PostDocument.class);
    }

    @Override
    public Optional<Post> find(String id) {
        Post cached = recent.getIfPresent(id);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Post> found = posts.find(id).map(PostDocument::toPost);
        found.filter(Post::visible).ifPresent(post -> recent.put(id, post));
        return found;
    }

    @Override
    public List<Post> find(Collection<String> ids) {
        List<Post> found = new ArrayList<>();
        Set<String> unknown = new HashSet<>();
        for (String id : ids) {
            Post cached = recent.getIfPresent(id);
            if (cached == null) {
                unknown.add(id);
            } else {
                found.add(cached);
            }
        }
        for (PostDocument document : posts.find(unknown)) {
            Post post = document.toPost();
            if (post.visible()) {
                recent.put(post.id(), post);
            }
            found.add(post);
        }
        return found;
    }

    @Override
    public void keep(Post post) {
        views.saveIfNewer(PostDocument.of(post));
        recent.invalidate(post.id());
    }

    @Override
    public void keepTopic(String slug, long version, String name) {
        views.saveIfNewer(new TopicDocument(slug, version, name));
    }

    @Override
    public Optional<String> topicNamed(String slug) {
        return Optional.ofNullable(mongo.findById(slug, TopicDocument.class)).map(TopicDocument::name);
    }

    private static int bytesOf(Post post) {
        return 300 + HeapShare.bytesOf(post.title()) + 100 * post.topics().size();
    }
}
