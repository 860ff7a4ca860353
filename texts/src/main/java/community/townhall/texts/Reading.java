/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;

/** Hears sanitised HTML go by, writes it, and takes down what a reader sees of it. */
final class Reading implements HtmlStreamEventReceiver {

    private static final Set<String> CODE = Set.of("code", "pre", "kbd", "samp", "var");

    private static final Set<String> OPENERS = Set.of("a", "summary");

    private static final Set<String> ADDRESSES = Set.of("href", "src");

    /** More than {@link Markdown} makes, and less than browsers take. */
    private static final int DEPTH = 128;

    /** More than anybody reads in one text; each costs its readers' browsers and every look at where a text leads. */
    private static final int LINKS = 2_000;

    private final Place place;
    private final int most;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder spoken = new StringBuilder();
    private final List<Link> links = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final Paragraphs renderer;
    /** Those within links and summaries, which open something else themselves. */
    private final List<Picture> pictures = new ArrayList<>();

    private int depth;
    private int code;
    private boolean hasCode;
    private int openers;

    Reading(Place place, int most) {
        this.place = place;
        this.most = most;
        this.renderer = new Paragraphs(html);
    }

    Rendering rendering() {
        return new Rendering(html.toString(), words.toString().strip(), links, prose, titles, hasCode, false);
    }

    @Override
    public void openDocument() {
        renderer.openDocument();
    }

    @Override
    public void closeDocument() {
        renderer.closeDocument();
        endBlock();
    }

    @Override
    public void openTag(String element, List<String> written) {
        List<String> attributes = inOrderOfLetters(written);
        String title = valueOf("title", attributes);
        if (title != null) {
            titles.add(title);
        }
        if (element.equals("img")) {
            picture(attributes);
            return;
        }
        if (OPENERS.contains(element)) {
            openers++;
        }
        if (element.equals("a")) {
            String url = valueOf("href", attributes);
            if (url != null) {
                leadsTo(url);
            }
        }
        if (CODE.contains(element)) {
            code++;
            hasCode = true;
        }
        renderer.openTag(element, attributes);
        depth += Paragraphs.VOID.contains(element) ? 0 : 1;
        if (depth > DEPTH) {
            throw new Overrun("depth", "must not be nested that deep");
        }
        if (!Paragraphs.WITHIN_LINES.contains(element)) {
            endBlock();
        }
        bound();
    }

    @Override
    public void closeTag(String element) {
        if (CODE.contains(element)) {
            code--;
        }
        renderer.closeTag(element);
        depth -= Paragraphs.VOID.contains(element) ? 0 : 1;
        if (OPENERS.contains(element)) {
            openers--;
            showPictures();
        }
        if (!Paragraphs.WITHIN_LINES.contains(element)) {
            endBlock();
        }
        bound();
    }

    @Override
    public void text(String written) {
        String text = Letters.withoutTurns(written);
        renderer.text(text);
        words.append(text);
        if (code == 0) {
            spoken.append(text);
        } else if (!spoken.isEmpty() && spoken.charAt(spoken.length() - 1) != ' ') {
            // What stands on both sides of a piece of code does not become one word.
            spoken.append(' ');
        }
        bound();
    }

    private void leadsTo(String url) {
        if (links.size() == LINKS) {
            throw new Overrun("links", "must not have more than %d links and pictures".formatted(LINKS));
        }
        links.add(Link.to(url));
    }

    /**
     * A picture is loaded when its reader asks for it, since loading tells whoever posted it that reader's address: by
     * opening it where it may stand, by a link to it elsewhere.
     */
    private void picture(List<String> attributes) {
        String url = valueOf("src", attributes);
        String alternative = valueOf("alt", attributes);
        String shown = alternative == null ? "" : alternative;
        if (url == null) {
            text(shown);
            return;
        }
        leadsTo(url);
        String named = shown.isBlank() ? nameOf(url) : shown;
        if (place == Place.POST) {
            pictures.add(new Picture(named, attributes));
            if (openers > 0) {
                renderer.text(named);
            }
            showPictures();
        } else if (openers > 0) {
            renderer.text(named);
        } else {
            String title = valueOf("title", attributes);
            List<String> link = new ArrayList<>(List.of("href", url, "rel", String.join(" ", Policies.RELATIONS)));
            link.addAll(title == null ? List.of() : List.of("title", title));
            renderer.openTag("a", link);
            renderer.text(named);
            renderer.closeTag("a");
        }
        words.append(shown);
        bound();
    }

    /** The last part of its path, or all of an address that has none. */
    private static String nameOf(String url) {
        String last = url.substring(url.lastIndexOf('/') + 1);
        return last.isBlank() ? url : last;
    }

    private record Picture(String named, List<String> attributes) {}

    private void showPictures() {
        if (openers > 0 || pictures.isEmpty()) {
            return;
        }
        for (Picture picture : pictures) {
            renderer.interruptWith("details", List.of("class", "picture"));
            renderer.openTag("summary", List.of());
            renderer.text(picture.named());
            renderer.closeTag("summary");
            List<String> lazy = new ArrayList<>(picture.attributes());
            lazy.addAll(List.of("loading", "lazy", "referrerpolicy", "no-referrer"));
            renderer.openTag("img", lazy);
            renderer.closeTag("details");
        }
        pictures.clear();
    }

    private void endBlock() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
            words.append('\n');
        }
        if (Letters.anyVisible(spoken)) {
            prose.add(spoken.toString().strip());
        }
        spoken.setLength(0);
    }

    private void bound() {
        if (html.length() > most) {
            throw new Overrun("size", "must not become that much longer when it is shown");
        }
    }

    /** What is said with them is read in the order of its letters; so are addresses, which lead where they led. */
    private static List<String> inOrderOfLetters(List<String> attributes) {
        List<String> said = new ArrayList<>(attributes);
        for (int i = 0; i + 1 < said.size(); i += 2) {
            String value = said.get(i + 1);
            said.set(
                    i + 1,
                    ADDRESSES.contains(said.get(i)) ? Letters.withTurnsEncoded(value) : Letters.withoutTurns(value));
        }
        return said;
    }

    private static @Nullable String valueOf(String name, List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return null;
    }
}
