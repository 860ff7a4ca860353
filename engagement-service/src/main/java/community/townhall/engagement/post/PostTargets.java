/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.post;

import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetSource;
import community.townhall.engagement.target.TargetType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Posts as something to act on. */
final class PostTargets implements TargetSource {

    private final Posts posts;

    PostTargets(Posts posts) {
        this.posts = posts;
    }

    @Override
    public TargetType type() {
        return TargetType.POST;
    }

    @Override
    public Optional<Target> find(String id) {
        return posts.find(id).map(post -> post.asTarget(post.visible() && posts.isSeen(id)));
    }

    @Override
    public List<Target> find(Collection<String> ids) {
        Set<String> seen = posts.seenAmong(ids);
        return posts.find(ids).stream()
                .map(post -> post.asTarget(seen.contains(post.id())))
                .toList();
    }
}
