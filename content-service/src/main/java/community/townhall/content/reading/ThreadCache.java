/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostObserver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The pages that are read again and again. A change made by this instance is seen at once, one made by another as soon
 * as its event is here; new figures that another counted, at the latest when the page's lifetime is over.
 */
public final class ThreadCache implements PostObserver {

    /** What remembering a post costs beside its text, in bytes. */
    private static final int POST = 2_000;

    private final PostReadings readings;
    private final Cache<String, Optional<ThreadReading>> threads;

    /** @param bytes how much memory the pages may take */
    ThreadCache(PostReadings readings, Duration lifetime, long bytes) {
        this.readings = readings;
        this.threads = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String id, Optional<ThreadReading> thread) ->
                        thread.map(ThreadCache::weight).orElse(POST))
                .expireAfterWrite(lifetime)
                .build();
    }

    /** The page of that post; empty when there is none. */
    public Optional<ThreadReading> thread(String id) {
        return threads.get(id, this::load);
    }

    private static int weight(ThreadReading thread) {
        return POST * (1 + thread.answers().size())
                + 2 * thread.post().post().text().body().length();
    }

    private Optional<ThreadReading> load(String id) {
        return readings.find(id)
                .map(post -> ThreadReading.of(
                        post, post.post().kind() == PostKind.QUESTION ? readings.answersOf(id) : List.of()));
    }

    @Override
    public void changed(Post post) {
        forget(post.id(), post.threadId());
    }

    /**
     * To be called once that post has changed. Waits for a reading that is under way, so that none from before the change
     * is kept.
     *
     * @param threadId the page it stands on too: an answer's question
     */
    public void forget(String postId, String threadId) {
        threads.invalidate(postId);
        threads.invalidate(threadId);
    }
}
