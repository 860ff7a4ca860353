/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/** What is harmless of the HTML that a place allows: no scripts, styles, frames, forms, nor addresses that do things. */
final class Policies {

    static final String[] RELATIONS = {"nofollow", "ugc", "noopener", "noreferrer"};

    static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#_-]{1,30}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|right|center");
    private static final Pattern START = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    /** What parts texts of other communities into blocks; who cannot have it there sees blocks all the same. */
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "hgroup",
            "legend",
            "main",
            "menu",
            "nav",
            "search",
            "section",
            "summary",
            "table",
            "td",
            "th",
            "tr");

    private Policies() {}

    private static final Map<Place, PolicyFactory> OF_PLACES = new EnumMap<>(Place.class);

    /** Each element by itself: a text may have thousands of tags, and a policy is copied whole for each it is asked of. */
    private static final Map<String, PolicyFactory> OF_ELEMENTS = new HashMap<>();

    static {
        for (Place place : Place.values()) {
            OF_PLACES.put(place, allowedIn(place));
            for (String element : place.elements()) {
                OF_ELEMENTS.computeIfAbsent(
                        element,
                        name -> withAttributes(new HtmlPolicyBuilder().allowElements(name))
                                .toFactory());
            }
        }
    }

    static HtmlSanitizer.Policy of(Place place, HtmlStreamEventReceiver receiver) {
        return Objects.requireNonNull(OF_PLACES.get(place)).apply(receiver);
    }

    /** Whether a tag that opens is kept with all it has. What a link is to its page is told by {@link #RELATIONS}. */
    static boolean keepWhole(Tags.Tag tag, String written) {
        if (tag.closing()) {
            return true;
        }
        if (tag.attributes().isEmpty()) {
            return !tag.name().equals("a") && !tag.name().equals("img");
        }
        Set<String> others = new HashSet<>(tag.attributes());
        if (others.size() < tag.attributes().size()) {
            return false;
        }
        Map<String, String> kept = kept(tag.name(), Emphasis.unmarked(written));
        others.removeAll(kept.keySet());
        return switch (tag.name()) {
            case "a" -> Set.of("rel", "target").containsAll(others);
            // Its alternative text stands in its place.
            case "img" ->
                others.isEmpty() || (others.equals(Set.of("src")) && Letters.anyVisible(kept.getOrDefault("alt", "")));
            default -> others.isEmpty();
        };
    }

    static boolean keepLink(String address) {
        return kept("a", "<a href=\"" + PlainText.escaped(address) + "\">").containsKey("href");
    }

    static boolean keepPicture(String address) {
        return kept("img", "<img src=\"" + PlainText.escaped(address) + "\">").containsKey("src");
    }

    /** The attributes of that element which are kept, with their values. */
    private static Map<String, String> kept(String element, String html) {
        Map<String, String> kept = new HashMap<>();
        PolicyFactory policy = Objects.requireNonNull(OF_ELEMENTS.get(element));
        HtmlSanitizer.sanitize(html, policy.apply(new HtmlStreamEventReceiver() {
            @Override
            public void openTag(String name, List<String> attributes) {
                for (int i = 0; name.equals(element) && i < attributes.size(); i += 2) {
                    kept.put(attributes.get(i), attributes.get(i + 1));
                }
            }

            @Override
            public void openDocument() {}

            @Override
            public void closeDocument() {}

            @Override
            public void closeTag(String name) {}

            @Override
            public void text(String text) {}
        }));
        return kept;
    }

    private static PolicyFactory allowedIn(Place place) {
        HtmlPolicyBuilder policy =
                new HtmlPolicyBuilder().allowElements(place.elements().toArray(String[]::new));
        return withBlocks(place, withAttributes(policy)).toFactory();
    }

    private static HtmlPolicyBuilder withAttributes(HtmlPolicyBuilder policy) {
        return policy.allowUrlProtocols("http", "https", "mailto")
                .allowAttributes("href")
                .matching(Policies::link)
                .onElements("a")
                .allowAttributes("src")
                .matching(Policies::picture)
                .onElements("img")
                .allowAttributes("title")
                .onElements("a")
                .allowAttributes("alt", "title")
                .onElements("img")
                .allowAttributes("width", "height")
                .matching(NUMBER)
                .onElements("img")
                .allowAttributes("start")
                .matching(START)
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
                .allowAttributes("open")
                .onElements("details")
                .requireRelsOnLinks(RELATIONS);
    }

    /** Where one may not stand it is a plain one, lest its words stand in no block or run into those of another. */
    private static HtmlPolicyBuilder withBlocks(Place place, HtmlPolicyBuilder policy) {
        policy.allowElements((element, attributes) -> "p", not(place, HEADINGS));
        return policy.allowElements((element, attributes) -> "div", not(place, BLOCKS));
    }

    private static String[] not(Place place, Set<String> elements) {
        return elements.stream().filter(element -> !place.allows(element)).toArray(String[]::new);
    }

    private static @Nullable String link(String element, String attribute, String address) {
        return Hosts.leadsSomewhere(address) ? address : null;
    }

    /** A picture of the web. One of this community would make each reader's browser ask it for what its poster likes. */
    private static @Nullable String picture(String element, String attribute, String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("https://") && Hosts.leadsSomewhere(address)
                ? address
                : null;
    }
}
