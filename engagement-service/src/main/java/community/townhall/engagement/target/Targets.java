/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import community.townhall.engagement.refusal.Refused;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that can be acted on, from what this service keeps itself: no other service is asked. */
public final class Targets {

    private final Map<TargetType, TargetSource> sources = new EnumMap<>(TargetType.class);

    public Targets(List<TargetSource> sources) {
        sources.forEach(source -> this.sources.put(source.type(), source));
    }

    public Optional<Target> find(TargetType type, String id) {
        TargetSource source = sources.get(type);
        return source == null ? Optional.empty() : source.find(id);
    }

    /** @throws Refused when there is none, or none that readers see */
    public Target visible(TargetType type, String id) {
        return find(type, id).filter(Target::visible).orElseThrow(() -> notFound(type, id));
    }

    /** @throws Refused when there is none; history is imported before it is screened, so visible or not */
    public Target existing(TargetType type, String id) {
        return find(type, id).orElseThrow(() -> notFound(type, id));
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
