/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Long texts that were rendered a moment ago. Whoever writes one has it checked, kept with its excerpt and shown, one
 * after the other: without this each of these would cost as much again.
 */
final class RecentRenderings {

    /** What is shorter costs less than it would take from the long ones. */
    static final int SHORTEST = 2_000;

    /** What a text of its own takes beside its letters. */
    private static final int OBJECT = 50;

    private record Key(String source, Markup markup, Place place) {}

    private final int most;
    private final Map<Key, Rendering> byText = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** @param most how many letters it remembers, those of the sources among them */
    RecentRenderings(int most) {
        this.most = most;
    }

    Rendering get(String source, Markup markup, Place place, Supplier<Rendering> render) {
        if (source.length() < SHORTEST) {
            return render.get();
        }
        Key key = new Key(source, markup, place);
        Rendering known = find(key);
        if (known != null) {
            return known;
        }
        Rendering rendering = render.get();
        remember(key, rendering);
        return rendering;
    }

    private synchronized @Nullable Rendering find(Key key) {
        return byText.get(key);
    }

    private synchronized void remember(Key key, Rendering rendering) {
        if (size(key, rendering) > most || byText.putIfAbsent(key, rendering) != null) {
            return;
        }
        size += size(key, rendering);
        for (var oldest = byText.entrySet().iterator(); size > most; oldest.remove()) {
            Map.Entry<Key, Rendering> entry = oldest.next();
            size -= size(entry.getKey(), entry.getValue());
        }
    }

    private static int size(Key key, Rendering rendering) {
        int size = key.source().length()
                + rendering.html().length()
                + rendering.words().length();
        for (String prose : rendering.prose()) {
            size += OBJECT + prose.length();
        }
        for (String title : rendering.titles()) {
            size += OBJECT + title.length();
        }
        for (Link link : rendering.links()) {
            size += 2 * OBJECT + link.url().length() + link.host().length();
        }
        return size;
    }
}
