/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every construct of the renderer and of its extensions, repeated until the text is as long as one may be: none takes
 * more work, more room or more stack than in proportion. Work is counted as memory that was allocated, and as time of the
 * processor with so wide a bound that only what grows by the square passes it.
 */
class HostileTextsTest {

    private static final int STACK = 512 * 1024;
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(6);
    /** The parser copies the lines of a paragraph for each that it reads, which their number bounds. */
    private static final long BOUNDED_BYTES = 150_000_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final List<String> CONSTRUCTS = List.of(
            "<",
            "a<?",
            "x<!--",
            "<!a ",
            "<![CDATA[",
            "<b>",
            "</b>",
            "<b></b>",
            "<b><i></b></i>",
            "<p>",
            "<p>\n\n",
            "<ul><li>",
            "<table><tr><td>",
            "<a href=x>",
            "<a href=x>b</a>",
            "[a]: b\n",
            "[](a)",
            "[a](x:b)",
            "```a b\n```\n",
            "<a href=\"",
            "<a href='",
            "<a b=",
            "<a ",
            "</a",
            "<a:",
            "<a@",
            "`",
            "`a",
            "``a`",
            "[",
            "![",
            "[[",
            "]",
            "[a]",
            "[a](",
            "[a](b",
            "[a](<b",
            "[a](b \"",
            "[a](b '",
            "[a](b (",
            "![a](b)",
            "![a](https://a.b/c)\n\n",
            "*![a](https://a.b/c) ",
            "<b>a<img src=https://a.b/c>",
            "[![a](https://a.b/c)](https://a.b)\n\n",
            "<a href=https://a.b>a<img src=https://a.b/c>",
            "[a][",
            "*",
            "_",
            "*a",
            "*a ",
            "https://a.b/_",
            "https://a.b/_c_ ",
            "*https://a.b/c*;",
            "**https://a.b/c**;*d ",
            "_https://a.b/_c",
            "*a https://b.c/",
            "**a ",
            "*a_ ",
            "*a_",
            "a**b",
            "a**b c* ",
            "_a ",
            "__a ",
            "~~a",
            "&",
            "&a",
            "&#",
            "&#x",
            "&amp;",
            "\\",
            "\\*",
            "> ",
            ">",
            "- ",
            "* ",
            "+ ",
            "1. ",
            "> - ",
            "- > ",
            "1) > ",
            "    ",
            "\t",
            "\n",
            "a\n",
            "- a\n",
            "> a\n",
            "| ",
            "|a",
            "|-",
            "a|\n",
            "# ",
            "#\n",
            "a\n=\n",
            "---\n",
            "***\n",
            "```\n",
            "~~~\n",
            "    a\n",
            "[a]: b\n",
            "[a]:\n",
            "[a]: <",
            "[a]: b '",
            "www.",
            "www.a.",
            "http://",
            "https://a，",
            "http://a.b",
            "a@",
            "a@b.c ",
            "@",
            "://",
            "w",
            "中",
            "**中：**",
            "：*",
            "*：",
            "\u0301",
            "😀",
            "<b>",
            "<b><p>",
            "<p>",
            "<div>",
            "<pre>",
            "<pre>\n\n",
            "<table>",
            "<td>",
            "<details>",
            "<ul><li>",
            "<a href=x>",
            "<img src=https://a.b>",
            "<!-- x -->",
            "<!---->",
            "<x>",
            "{{",
            "\"",
            "'",
            "(",
            ")",
            "!",
            "a.b.c@",
            "-",
            "=",
            "a-",
            "--a\n",
            "|-|\n",
            "|a\n|-\n",
            "- a\n\n",
            "  - a\n",
            "<p>\n",
            "</p>",
            "<b>*",
            "[*a",
            "*[a",
            "![*",
            "`<",
            "<`",
            "<a href=\"x\">[",
            "\u200b",
            "\r",
            "\f");

    @ParameterizedTest
    @EnumSource
    void cost_what_is_proportionate_to_their_length(Place place) throws InterruptedException {
        onASmallStack(() -> {
            for (String construct : CONSTRUCTS) {
                for (Markup markup : Markup.values()) {
                    int length = place.longest() - 10;
                    holdsBounds(construct.repeat(length / construct.length()), markup, place);
                }
                String half = construct.repeat(place.longest() / 2 / construct.length() - 2);
                String mirrored = new StringBuilder(half).reverse().toString();
                holdsBounds(half + "a" + mirrored, Markup.MARKDOWN, place);
                holdsBounds("x" + half, Markup.MARKDOWN, place);
            }
        });
    }

    @Test
    void grow_with_what_they_repeat_no_more_than_a_fixed_number_of_times() throws InterruptedException {
        List<String> texts = new ArrayList<>();
        StringBuilder ticks = new StringBuilder();
        for (int run = 1; ticks.length() < 59_000; run++) {
            ticks.append('a').append("`".repeat(run));
        }
        texts.add(ticks.substring(0, 59_000));
        texts.add("[a]: http://x/" + "a".repeat(30_000) + "\n\n" + "[a] ".repeat(7_000));
        texts.add(table(1_000));
        texts.add(table(300));
        texts.add("- ".repeat(60) + "a" + "\n".repeat(50_000));
        texts.add("> ".repeat(63) + "hi");
        texts.add("1\n".repeat(29_000));
        onASmallStack(() -> texts.forEach(text -> holdsBounds(text, Markup.MARKDOWN, Place.POST)));
    }

    private static String table(int width) {
        return "|a".repeat(width) + "\n" + "|-".repeat(width) + "\n" + "a|\n".repeat(width);
    }

    private static void holdsBounds(String text, Markup markup, Place place) {
        String quarter = text.substring(0, text.length() / 4);
        long ofQuarter = allocatedFor(quarter, markup, place);
        long cpu = THREADS.getCurrentThreadCpuTime();
        long ofAll = allocatedFor(text, markup, place);
        Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu);
        String html = Texts.render(text, markup, place).html();
        String what = "%s %s %s…".formatted(markup, place, text.substring(0, Math.min(20, text.length())));

        assertThat(ofAll).as("bytes allocated for " + what).isLessThan(6 * ofQuarter + BOUNDED_BYTES);
        assertThat(taken).as("time of the processor for " + what).isLessThan(FAR_TOO_LONG);
        assertThat(html.length()).as("length of the HTML of " + what).isLessThan(8_100 + 17 * text.length());
        assertThat(levels(html)).as("levels of the HTML of " + what).isLessThan(132);
    }

    private static long allocatedFor(String text, Markup markup, Place place) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Objects.requireNonNull(Texts.flawIn(text, markup, place));
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static int levels(String html) {
        int level = 0;
        int deepest = 0;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
            int end = html.indexOf('>', i);
            boolean isVoid = html.charAt(end - 1) == '/' || html.startsWith("<!--", i);
            level += isVoid ? 0 : html.charAt(i + 1) == '/' ? -1 : 1;
            deepest = Math.max(deepest, level);
        }
        return deepest;
    }

    /** As the services' threads have it. */
    private static void onASmallStack(Runnable test) throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        test.run();
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                },
                "small stack",
                STACK);
        thread.start();
        thread.join();
        Throwable failed = failure.get();
        if (failed != null) {
            throw new AssertionError(failed.getMessage(), failed);
        }
    }
}
