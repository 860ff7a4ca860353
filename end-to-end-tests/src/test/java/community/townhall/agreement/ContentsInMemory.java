/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.agreement;

import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.ContentEvent;
import community.townhall.moderation.content.Contents;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Contents without a store. */
final class ContentsInMemory implements Contents {

    private final Map<String, Content> contents = new HashMap<>();
    private final BiConsumer<ContentEvent, Long> happened;

    ContentsInMemory(BiConsumer<ContentEvent, Long> happened) {
        this.happened = happened;
    }

    @Override
    public Optional<Content> find(String id) {
        return Optional.ofNullable(contents.get(id));
    }

    @Override
    public List<Below> below(String id, @Nullable String after, int limit) {
        return contents.values().stream()
                .filter(content -> id.equals(content.under())
                        && (after == null || content.id().compareTo(after) > 0))
                .sorted(Comparator.comparing(Content::id))
                .limit(limit)
                .map(content -> new Below(content.id(), content.type()))
                .toList();
    }

    @Override
    public boolean insert(Content.Change change, Instant at) {
        boolean isNew = contents.putIfAbsent(change.content().id(), change.content()) == null;
        if (isNew) {
            change.events().forEach(event -> happened.accept(event, 1L));
        }
        return isNew;
    }

    @Override
    public void update(Content.Change change, Instant at) {
        Content stored = stored(change.content());
        contents.put(stored.id(), stored);
        change.events().forEach(event -> happened.accept(event, stored.version()));
    }

    private static Content stored(Content content) {
        return new Content(
                content.id(),
                content.version() + 1,
                content.type(),
                content.under(),
                content.authorId(),
                content.origin(),
                content.latest(),
                content.textStanding(),
                content.visible(),
                content.standing(),
                content.reasons(),
                content.decidedBy(),
                content.caseId(),
                content.decidedAt(),
                content.rulings(),
                content.screenings(),
                content.deletedAt());
    }

    @Override
    public Set<String> thoseBy(String authorId, Collection<String> ids) {
        return Set.of();
    }

    @Override
    public Set<String> deletedAmong(Collection<String> ids) {
        return Set.of();
    }

    @Override
    public int approvedPostsBy(String authorId, int atMost) {
        return 0;
    }
}
