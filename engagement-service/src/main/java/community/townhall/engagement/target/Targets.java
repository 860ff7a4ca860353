/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import community.townhall.kit.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** All that can be acted on, from what this service keeps itself: no other service is asked. */
public final class Targets {

    /** How long news of a post may take to come here after its readers see it. */
    private static final Duration NEWS_TAKE = Duration.ofMillis(600);

    /** How old a post may be of which nothing was heard yet. */
    private static final Duration NEW = Duration.ofSeconds(30);

    /** Waiting costs a thread and its connection. */
    private static final int MOST_WAITING = 64;

    private static final int IN_VAIN_REMEMBERED = 2_000;

    private final Map<TargetType, TargetSource> sources = new EnumMap<>(TargetType.class);
    private final InstantSource clock;
    private final Duration newsTake;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
    private final Map<String, Boolean> inVain = Collections.synchronizedMap(new LinkedHashMap<>());

    public Targets(List<TargetSource> sources, InstantSource clock) {
        this(sources, clock, NEWS_TAKE);
    }

    Targets(List<TargetSource> sources, InstantSource clock, Duration newsTake) {
        sources.forEach(source -> this.sources.put(source.type(), source));
        this.clock = clock;
        this.newsTake = newsTake;
    }

    /**
     * The target, if it is as the caller needs it. Members see a new post a moment before this service has heard of it,
     * so that moment is waited for before it is said that there is none: by a few at a time, and not for what cannot be
     * on its way. Without news of it, two looks at most.
     */
    public Optional<Target> find(TargetType type, String id, Predicate<Target> good) {
        Optional<Target> known = look(type, id);
        Optional<Target> found = known.filter(good);
        if (found.isPresent() || !mayBeOnItsWay(type, id, known.isPresent()) || !waiting.tryAcquire()) {
            return found;
        }
        try {
            long end = System.nanoTime() + newsTake.toNanos();
            boolean heard = true;
            while (heard && found.isEmpty()) {
                CountDownLatch news = awaited.computeIfAbsent(id, _ -> new CountDownLatch(1));
                heard = news.await(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                found = look(type, id).filter(good);
            }
            if (found.isEmpty()) {
                remember(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
            awaited.remove(id);
        }
        return found;
    }

    /** Those that are known of these, visible or not, in no order; nothing is waited for. */
    public List<Target> known(TargetType type, Collection<String> ids) {
        TargetSource source = sources.get(type);
        return source == null || ids.isEmpty() ? List.of() : source.find(ids);
    }

    /** There is news of it, which whoever waits for it has a look at. */
    public void arrived(String id) {
        inVain.remove(id);
        CountDownLatch news = awaited.remove(id);
        if (news != null) {
            news.countDown();
        }
    }

    /** Comments are this service's own; ids of posts are made when they are, or derive from a key and tell no time. */
    private boolean mayBeOnItsWay(TargetType type, String id, boolean known) {
        if (type != TargetType.POST || inVain.containsKey(id)) {
            return false;
        }
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return switch (uuid.version()) {
            case 7 -> known || isNew(Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16));
            case 8 -> true;
            default -> false;
        };
    }

    private boolean isNew(Instant made) {
        Instant now = clock.instant();
        return made.isAfter(now.minus(NEW)) && made.isBefore(now.plus(NEW));
    }

    /** What did not come is not waited for again, until it does. */
    private void remember(String id) {
        synchronized (inVain) {
            inVain.put(id, true);
            var eldest = inVain.keySet().iterator();
            while (inVain.size() > IN_VAIN_REMEMBERED) {
                eldest.next();
                eldest.remove();
            }
        }
    }

    private Optional<Target> look(TargetType type, String id) {
        TargetSource source = sources.get(type);
        return source == null ? Optional.empty() : source.find(id);
    }

    /** @throws Refusal when there is none, or none that readers see */
    public Target visible(TargetType type, String id) {
        return find(type, id, Target::visible).orElseThrow(() -> notFound(type, id));
    }

    /** @throws Refusal when there is none; history is imported before it is screened, so visible or not */
    public Target existing(TargetType type, String id) {
        return find(type, id, any -> true).orElseThrow(() -> notFound(type, id));
    }

    private static Refusal notFound(TargetType type, String id) {
        return Refusal.unknown(
                switch (type) {
                    case POST -> "post";
                    case COMMENT -> "comment";
                },
                id);
    }
}
