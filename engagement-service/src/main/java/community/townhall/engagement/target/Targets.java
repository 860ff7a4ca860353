/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import community.townhall.engagement.refusal.Refused;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that can be acted on, from what this service keeps itself: no other service is asked. */
public final class Targets {

    /** Some 600 ms of looks, further and further apart. */
    private static final List<Duration> PAUSES =
            Stream.of(20, 40, 80, 160, 300).map(Duration::ofMillis).toList();

    private final Map<TargetType, TargetSource> sources = new EnumMap<>(TargetType.class);

    public Targets(List<TargetSource> sources) {
        sources.forEach(source -> this.sources.put(source.type(), source));
    }

    /**
     * The target, if it is as the caller needs it. Members see a new post a moment before this service has heard of it,
     * so that moment is waited for before it is said that there is none.
     */
    public Optional<Target> find(TargetType type, String id, Predicate<Target> good) {
        Optional<Target> found = look(type, id).filter(good);
        for (Iterator<Duration> pauses = PAUSES.iterator(); found.isEmpty() && pauses.hasNext(); ) {
            try {
                Thread.sleep(pauses.next());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = look(type, id).filter(good);
        }
        return found;
    }

    private Optional<Target> look(TargetType type, String id) {
        TargetSource source = sources.get(type);
        return source == null ? Optional.empty() : source.find(id);
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
