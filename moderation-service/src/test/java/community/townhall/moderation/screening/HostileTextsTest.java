/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.moderation.content.Reason;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.Standing;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.screening.phase.Lexicon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.DefaultResourceLoader;

/** Texts made to keep the screening busy: whatever one is made of, it takes time in proportion to its length. */
class HostileTextsTest {

    private static final Logger log = LoggerFactory.getLogger(HostileTextsTest.class);

    /** The longest that may be written. */
    private static final int LENGTH = 60_000;

    /** Some 0.1 s on two idle cores; what is quadratic takes ten seconds and more. */
    private static final Duration PLENTY = Duration.ofSeconds(3);

    private static final Lexicon LEXICON =
            ScreeningConfiguration.lexicon("classpath:lexicon/", new DefaultResourceLoader());

    private final Pipeline pipeline = new Pipeline(List.of(LEXICON));

    static Stream<String> units() {
        Stream<String> characters = IntStream.of(
                        ' ', '\n', '\t', 'a', 'A', '1', '.', ',', '\'', '!', '*', '_', '`', '~', '|', '<', '>', '&',
                        '[', ']', '(', '#', '$', '\\', '/', ':', '@', '-', '+', '=', 0x0001, 0x00AD, 0x00DF, 0x0130,
                        0x0301, 0x0316, 0x034F, 0x03A3, 0x0430, 0x05B0, 0x05D0, 0x0651, 0x0627, 0x0905, 0x093F, 0x0E01,
                        0x0E48, 0x0F73, 0x1100, 0x1161, 0x11A8, 0x115F, 0x200B, 0x200D, 0x202E, 0x2028, 0x20DD, 0x2800,
                        0x3002, 0x3042, 0x3099, 0x4E2D, 0x50BB, 0x9003, 0xAC00, 0xD800, 0xDC00, 0xE000, 0xFB1D, 0xFDFA,
                        0xFE0F, 0xFF01, 0xFF21, 0xFFFF, 0x1D165, 0x1D586, 0x1F1E6, 0x1F600, 0x20000, 0xE0001, 0xE0100)
                .mapToObj(Character::toString);
        Stream<String> constructs = Stream.of(
                "\u0301\u0316",
                "\uD834\uDD6D\uD834\uDD65",
                "a\u0301",
                "中\u0301",
                "\u1100\u1161\u11A8",
                "傻 ",
                "傻￥",
                "傻，",
                "傻逼",
                "傻逼近",
                "日本狗粮",
                "复杂种类",
                "操你",
                "妈的",
                "滾蛋",
                "f u c k ",
                "f.u.c.k.",
                "f u ",
                "f*",
                "f**k ",
                "a*b*c ",
                "a$",
                "sb ",
                "sb的",
                "'s ",
                "fuuu",
                "sh1t",
                "1a",
                "screw you need ",
                "go to ",
                "kill your ",
                "suck my ",
                "what screw ",
                "www.",
                "http://",
                "//x.example ",
                "https://x.example/ ",
                "https\\://x.example ",
                "[a](//x.example/1)",
                "&#102;",
                "&shy;",
                "<b>",
                "<!-- -->",
                "a@b.example ",
                "。。",
                "、a",
                "а",
                "ɑ",
                "🇫🇺",
                "𝖋");
        return Stream.concat(characters, constructs);
    }

    @ParameterizedTest
    @MethodSource("units")
    void a_text_of_one_thing_only(String unit) {
        assertQuick(unit.repeat(LENGTH / unit.length()));
    }

    /** What fits nearly to the end is tried from many places. */
    @ParameterizedTest
    @MethodSource("units")
    void a_text_of_one_thing_that_ends_in_another(String unit) {
        assertQuick(unit.repeat(LENGTH / unit.length() - 10) + "123456789");
    }

    @Test
    void a_text_in_which_no_two_places_are_alike() {
        Random random = new Random(11);
        String letters = "傻逼日本狗去死操你妈的滚蛋废物人渣中文小粮海马上";
        assertQuick(IntStream.range(0, LENGTH)
                .mapToObj(_ -> String.valueOf(letters.charAt(random.nextInt(letters.length()))))
                .collect(Collectors.joining()));
        assertQuick(random.ints(LENGTH, 0x4E00, 0x9FA6)
                .mapToObj(Character::toString)
                .collect(Collectors.joining()));
    }

    @Test
    void what_takes_too_much_work_is_held_and_the_verdict_says_so() {
        // In each clause 杂种 might be meant, and each is another one.
        String text = IntStream.range(0, 6_000)
                .mapToObj(at -> Character.toString(0x4E00 + at) + "复杂种类" + Character.toString(0x4E00 + 2 * at))
                .collect(Collectors.joining("，"));

        Screening screening = screen(text);

        assertThat(screening.standing()).isEqualTo(Standing.HELD);
        assertThat(screening.reasons())
                .extracting(Reason::explanation)
                .containsExactly("To look through the text takes too long, so a moderator will do it");
    }

    private void assertQuick(String text) {
        long begun = System.nanoTime();
        Screening screening = screen(text);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        log.debug("{} ms: {}… {}", took.toMillis(), text.substring(0, 8), screening.standing());
        assertThat(took).isLessThan(PLENTY);
    }

    private Screening screen(String text) {
        Submission submission =
                new Submission(SubjectType.POST, "post", "mallory", new Revision(1, null, text), Instant.EPOCH, null);
        return pipeline.screen(submission, Reading.of(submission), AuthorHistory.ELSEWHERE, Instant.EPOCH);
    }
}
