/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.owasp.html.HtmlSanitizer;

/**
 * The texts that members write. Whether one may be written is told by {@link #flawIn}, and everything that shows or
 * reads one does so by {@link #render}, so that all see the same. Both take time and memory in proportion to its length.
 */
public final class Texts {

    /** Texts that were stored may be longer than what may be written now. */
    private static final int LONGEST_SHOWN = 200_000;

    private static final int GROWTH = 8;
    private static final int OWN_SIZE = 4_000;

    /** Two to four megabytes, of which most are there only while long texts are written. */
    private static final RecentRenderings RECENT = new RecentRenderings(2_000_000);

    private static final Map<Place, Markdown> MARKDOWN = new EnumMap<>(Place.class);
    private static final Map<Place, Markdown> MIXED = new EnumMap<>(Place.class);

    static {
        for (Place place : Place.values()) {
            MARKDOWN.put(place, new Markdown(place, false));
            MIXED.put(place, new Markdown(place, true));
        }
    }

    private Texts() {}

    /**
     * How long a text is: in characters, as all bounds are documented (JSON Schema's {@code maxLength}), and not in the
     * units of UTF-16, of which an emoji has two.
     */
    public static int lengthOf(String text) {
        return text.codePointCount(0, text.length());
    }

    /** As readers see it. Never fails, whatever was stored: what passes a bound is shown as the plain text it is. */
    public static Rendering render(String source, Markup markup, Place place) {
        try {
            return bounded(source, markup, place);
        } catch (Overrun e) {
            return PlainText.of(source);
        } catch (RuntimeException | StackOverflowError e) {
            // No text is known that comes here. Readers are better off with its source than without all the others.
            return PlainText.of(source);
        }
    }

    /** Why that text may not be written there; empty when it may. */
    public static Optional<Flaw> flawIn(String source, Markup markup, Place place) {
        if (source.isBlank()) {
            return Optional.of(UNREADABLE);
        }
        if (lengthOf(source) > place.longest()) {
            return Optional.of(new Flaw("length", "must have 1 to %d characters".formatted(place.longest())));
        }
        if (markup != Markup.HTML && Letters.hasForbidden(source)) {
            return Optional.of(new Flaw("characters", "must not have control characters or halves of characters"));
        }
        try {
            Rendering rendering = bounded(source, markup, place);
            return Letters.anyVisible(rendering.words()) && !isOnlyComments(source, markup, place)
                    ? Optional.empty()
                    : Optional.of(UNREADABLE);
        } catch (Overrun e) {
            return Optional.of(e.flaw());
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of(new Flaw("cost", "must be a text that can be shown"));
        }
    }

    /** A comment within Markdown is shown, lest anything be lost; nobody writes one to be read by itself. */
    private static boolean isOnlyComments(String source, Markup markup, Place place) {
        return markup != Markup.HTML
                && source.stripLeading().startsWith("<!--")
                && !Letters.anyVisible(bounded(HtmlSource.withoutComments(source), markup, place)
                        .words());
    }

    private static final Flaw UNREADABLE = new Flaw("unreadable", "must have something to read");

    private static Rendering bounded(String source, Markup markup, Place place) {
        return RECENT.get(source, markup, place, () -> rendered(source, markup, place));
    }

    private static Rendering rendered(String source, Markup markup, Place place) {
        if (source.length() > LONGEST_SHOWN) {
            throw new Overrun("length", "must have at most %d characters".formatted(LONGEST_SHOWN));
        }
        int most = OWN_SIZE + GROWTH * source.length();
        String text = Letters.withoutForbidden(source);
        String html = switch (markup) {
            case MARKDOWN -> of(MARKDOWN, place).html(text, most);
            case MIXED -> of(MIXED, place).html(text, most);
            case HTML -> HtmlSource.bounded(text);
        };
        Reading reading = new Reading(place, 2 * most);
        HtmlSanitizer.sanitize(html, Policies.of(place, reading));
        return reading.rendering();
    }

    private static Markdown of(Map<Place, Markdown> renderers, Place place) {
        Markdown markdown = renderers.get(place);
        if (markdown == null) {
            throw new IllegalArgumentException("No renderer for " + place);
        }
        return markdown;
    }
}
