/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/** What is harmless of the HTML that a place allows: no scripts, styles, frames, forms, nor addresses that do things. */
final class Policies {

    static final String[] RELATIONS = {"nofollow", "ugc", "noopener", "noreferrer"};

    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#_-]{1,30}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|right|center");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private Policies() {}

    private static final Map<Place, PolicyFactory> OF_PLACES = new EnumMap<>(Place.class);

    static {
        for (Place place : Place.values()) {
            OF_PLACES.put(place, allowedIn(place));
        }
    }

    static HtmlSanitizer.Policy of(Place place, HtmlStreamEventReceiver receiver) {
        return Objects.requireNonNull(OF_PLACES.get(place)).apply(receiver);
    }

    private static PolicyFactory allowedIn(Place place) {
        return new HtmlPolicyBuilder()
                .allowElements(place.elements().toArray(String[]::new))
                .allowUrlProtocols("http", "https", "mailto")
                .allowAttributes("href", "title")
                .onElements("a")
                .allowAttributes("src")
                .matching(Policies::picture)
                .onElements("img")
                .allowAttributes("alt", "title")
                .onElements("img")
                .allowAttributes("width", "height")
                .matching(NUMBER)
                .onElements("img")
                .allowAttributes("start")
                .matching(NUMBER)
                .onElements("ol")
                .allowAttributes("align")
                .matching(ALIGNMENT)
                .onElements("th", "td")
                .allowAttributes("colspan", "rowspan")
                .matching(NUMBER)
                .onElements("th", "td")
                .allowAttributes("class")
                .matching(LANGUAGE)
                .onElements("code")
                .allowAttributes("title")
                .onElements("abbr")
                .requireRelsOnLinks(RELATIONS)
                .toFactory();
    }

    /** A picture of the web. One of this community would make each reader's browser ask it for what its poster likes. */
    private static @Nullable String picture(String element, String attribute, String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("https://")
                        && !Hosts.of(address).isEmpty()
                ? address
                : null;
    }
}
