/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import community.townhall.engagement.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** All that can be acted on, from what this service keeps itself: no other service is asked. */
public final class Targets {

    private static final Duration NEW = Duration.ofSeconds(10);
    private static final Duration NEWS_TAKES_AT_MOST = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Map<TargetType, TargetSource> sources = new EnumMap<>(TargetType.class);
    private final Function<String, Optional<Instant>> madeAt;
    private final Clock clock;

    /** @param madeAt when the thing of that id was made, where the id tells */
    public Targets(List<TargetSource> sources, Function<String, Optional<Instant>> madeAt, Clock clock) {
        sources.forEach(source -> this.sources.put(source.type(), source));
        this.madeAt = madeAt;
        this.clock = clock;
    }

    /**
     * The target, if it is as the caller needs it. Members see a new post before this service has heard of it; so for
     * what was made just now, it is waited for a moment.
     */
    public Optional<Target> find(TargetType type, String id, Predicate<Target> good) {
        Optional<Target> found = look(type, id).filter(good);
        if (found.isEmpty() && isNew(id)) {
            long giveUpAt = System.nanoTime() + NEWS_TAKES_AT_MOST.toNanos();
            while (found.isEmpty() && System.nanoTime() < giveUpAt && pause()) {
                found = look(type, id).filter(good);
            }
        }
        return found;
    }

    private Optional<Target> look(TargetType type, String id) {
        TargetSource source = sources.get(type);
        return source == null ? Optional.empty() : source.find(id);
    }

    private boolean isNew(String id) {
        return madeAt.apply(id)
                .filter(made -> made.isAfter(clock.instant().minus(NEW)))
                .isPresent();
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @throws Refused when there is none, or none that readers see */
    public Target visible(TargetType type, String id) {
        return find(type, id, Target::visible).orElseThrow(() -> notFound(type, id));
    }

    /** @throws Refused when there is none; history is imported before it is screened, so visible or not */
    public Target existing(TargetType type, String id) {
        return find(type, id, any -> true).orElseThrow(() -> notFound(type, id));
    }

    private static Refused notFound(TargetType type, String id) {
        return Refused.notFound(
                switch (type) {
                    case POST -> "post";
                    case COMMENT -> "comment";
                },
                id);
    }
}
