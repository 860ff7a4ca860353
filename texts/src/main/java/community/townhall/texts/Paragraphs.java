/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.owasp.html.Handler;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;

/**
 * Writes HTML in which a paragraph may be interrupted by what cannot stand in one: browsers would end it there by
 * themselves, and take what follows for none. It ends before, with all that is open in it, and goes on after that.
 */
final class Paragraphs implements HtmlStreamEventReceiver {

    static final Set<String> WITHIN_LINES = Set.of(
            "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
            "strike", "strong", "sub", "sup", "var");
    private static final Set<String> OF_LINES = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre");

    static final Set<String> VOID = Set.of("br", "hr", "img");

    private final StringBuilder html;
    private final HtmlStreamRenderer renderer;
    private final Deque<Element> open = new ArrayDeque<>();

    Paragraphs(StringBuilder html) {
        this.html = html;
        this.renderer = HtmlStreamRenderer.create(html, Handler.DO_NOTHING);
    }

    /** One that is interrupted is not written until something follows in it. */
    private static final class Element {

        final String name;
        final List<String> attributes;
        boolean written;
        int begin;
        int content;

        Element(String name, List<String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }
    }

    @Override
    public void openDocument() {
        renderer.openDocument();
    }

    @Override
    public void closeDocument() {
        renderer.closeDocument();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        goOn();
        if (VOID.contains(element)) {
            renderer.openTag(element, attributes);
        } else {
            open(element, attributes);
        }
    }

    @Override
    public void closeTag(String element) {
        if (VOID.contains(element)) {
            renderer.closeTag(element);
        } else if (open.pop().written) {
            renderer.closeTag(element);
        }
    }

    @Override
    public void text(String text) {
        if (!text.isBlank()) {
            goOn();
        }
        renderer.text(text);
    }

    /** Opens what cannot stand among lines. */
    void interruptWith(String element, List<String> attributes) {
        interrupt();
        open(element, attributes);
    }

    private void interrupt() {
        for (Element element : open) {
            if (!element.written || !(WITHIN_LINES.contains(element.name) || OF_LINES.contains(element.name))) {
                return;
            }
            element.written = false;
            if (html.length() == element.content) {
                html.setLength(element.begin);
            } else {
                renderer.closeTag(element.name);
            }
        }
    }

    private void open(String name, List<String> attributes) {
        Element element = new Element(name, attributes);
        open.push(element);
        write(element);
    }

    private void goOn() {
        Deque<Element> interrupted = new ArrayDeque<>();
        for (Element element : open) {
            if (element.written) {
                break;
            }
            interrupted.push(element);
        }
        interrupted.forEach(this::write);
    }

    private void write(Element element) {
        element.written = true;
        element.begin = html.length();
        renderer.openTag(element.name, element.attributes);
        element.content = html.length();
    }
}
