/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.moderation.content.Reason;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.Standing;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.texts.Markup;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/** The screening sees what readers see, with the settings and word lists that are shipped. */
class ScreenedAsReadTest {

    private static final AuthorHistory KNOWN = new AuthorHistory(List.of(), 2);
    private static final AuthorHistory NEWCOMER = new AuthorHistory(List.of(), 0);

    private static final Pipeline PIPELINE = pipeline();

    private static Pipeline pipeline() {
        ScreeningProperties settings = new Binder(new MapConfigurationPropertySource(java.util.Map.of(
                        "townhall.moderation.links.listed-domains", "evil.example,Böse.example,192.0.2.7")))
                .bindOrCreate("townhall.moderation", ScreeningProperties.class);
        ScreeningConfiguration configuration = new ScreeningConfiguration();
        return configuration.pipeline(
                settings,
                configuration.velocity(settings),
                configuration.newMember(settings),
                configuration.repeat(settings),
                new DefaultResourceLoader());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你就是个傻￥逼",
                "你就是个傻$逼",
                "傻※逼",
                "傻😀逼",
                "傻**逼**",
                "**傻**逼",
                "傻<b>逼</b>",
                "&#20667;逼",
                "傻\u0001逼",
                "傻\uD800逼",
                "傻\u200B逼",
                "傻\u0301逼",
                "傻&zwj;逼",
                "傻[逼](https://a.example)",
                "傻￥￥￥逼",
                "去\\_死吧",
                "滾‧蛋",
                "他。妈。的",
                "操你、妈",
                "f**u**ck that",
                "f*u*ck that",
                "f<b>u</b>ck that",
                "f<sub>u</sub>ck",
                "fu&#99;k",
                "f&shy;uck",
                "fu\u0001ck",
                "fu\uD800ck",
                "fu\u0007c\u200Bk",
                "f€u€c€k",
                "f|u|c|k",
                "f\\*ck",
                "f`u`ck",
                "f[u](https://a.example)ck",
                "去你妈的饭真好吃",
                "你真他妈的菜",
                "你妈的饭桶",
                "[see](https://a.example \"fuck you\")",
                "![see](https://a.example/x.png 'fuck you')",
                "fuck123",
                "f#ck this",
                "f@ck this",
                "fvck",
                "fxck",
                "`fuck` in code",
                "`sh!t` in code",
                "你是`傻逼`",
                "草泥🐴",
                "ᏚhᎥt",
                "ꓝꓴꓚꓗ",
                "fuϲk",
                "傻X逼",
                "去x死",
                "sha逼",
                "fu①ck",
                "fu⑴ck",
                "fu➊ck",
                "fu1️⃣ck",
                "fu7ck",
                "sh⓵t",
                "sh①t",
                "sh❶t",
                "sh⒤t",
                "f🅤ck",
                "傻⑴逼",
                "傻➊逼",
                "ｆｕ\u0301ｃｋ",
                "ᶠᵘᶜᵏ",
                "🅵🆄🅲🅺",
                "🇫 🇺 🇨 🇰",
                "fцck",
                "fuuuuuck",
                "f u c k",
                "s.c.r.e.w y.o.u",
                "screw\nyou",
                "fu ck this",
                "fu&nbsp;ck this",
                "what a bi tch",
                "傻\n逼",
                "- f\n- u\n- c\n- k",
                "scr3w y0u",
                "screw you",
                "screwyou"
            })
    void a_word_in_disguise_is_held_as_the_plain_word_is(String text) {
        Screening screening = screen(text, KNOWN);

        assertThat(screening.standing()).isIn(Standing.HELD, Standing.REJECTED);
        assertThat(screening.reasons()).extracting(Reason::rule).containsExactly("lexicon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "日本狗",
                "你这个日本狗",
                "日 本 狗",
                "黑**鬼**",
                "nigg&shy;er",
                "操你妈的饭真好吃",
                "caonima",
                "cao ni ma",
                "C.a.o n-i m\u0101!",
                "si ma quan jia",
                "kill your*self*",
                "操，你，妈",
                "操n妈"
            })
    void a_slur_in_disguise_is_rejected(String text) {
        assertThat(screen(text, KNOWN).standing()).isEqualTo(Standing.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "日本狗粮哪个牌子好？",
                "日本狗绳耐用吗",
                "日本狗很可爱，柴犬是日本犬",
                "我养了一只日本狗",
                "我家母狗三岁了",
                "这只母狗很温顺",
                "你妈的饭真好吃",
                "你妈的建议很有用",
                "他妈的饭真好吃",
                "我是脑残粉",
                "用 `sb.append()` 拼接字符串",
                "```java\nStringBuilder sb = new StringBuilder(); // 拼接\n```",
                "先写 new StringBuilder()，再调用 sb.append 拼接",
                "变量 `$hit` 记录命中次数",
                "```php\n$hit = 1; $hit_count++;\n```",
                "SB Nation 体育网站",
                "他想去死人谷旅游",
                "今年的热狗日",
                "用二逼近似这个函数",
                "我傻 逼自己加班",
                "操你的船往东",
                "大阪的小日本桥",
                "这些狗杂种类繁多",
                "中国研制的杂种水稻",
                "玉米杂种的产量",
                "草泥马是羊驼的一种",
                "Fuk Lam, and the fuk gene",
                "养了几条黑鬼鱼",
                "Ask Dr. Fuk",
                "我读完了《白痴》",
                "我想死爹了",
                "饼干你妈买了吗",
                "放屁是正常的生理现象",
                "He met Shabi at NMSL in Tamade",
                "Fuk Wing Street, and Uncle Fuk",
                "AT&T and R&B, C#, 50% of them",
                "长沙B座，老X头",
                "Write to ada@cuny.example",
                "Steps: ① fill ② check",
                "我们想去死海漂浮",
                "去死皮的方法",
                "把线程死锁和失去死者的痛苦",
                "过去死亡率高",
                "他体操你喜欢吗",
                "今日你妈妈来吗",
                "去你妈妈家吃饭",
                "生日你妈妈会来吗",
                "能干你妈妈就放心了",
                "狗日子过得好",
                "小日本料理店",
                "第二逼近",
                "无穷逼近法",
                "我妈逼我相亲",
                "个人渣打银行账户",
                "失败类型有哪些",
                "复杂种类",
                "复杂碎片",
                "心智障碍者的权利",
                "大脑残疾",
                "家畜生产",
                "印度支那人民",
                "烤鸡巴西风味",
                "小鸡巴士来了",
                "混蛋白粉",
                "翻滚蛋黄",
                "累死妈妈了",
                "小狗屁股",
                "傻比较一下",
                "沙比例是多少",
                "之下贱卖",
                "薄弱智力",
                "废物利用",
                "放射性废物的处理",
                "尼玛县的湖",
                "杂种优势",
                "羊杂碎汤",
                "他妈的生日快到了",
                "操作系统课程",
                "他很傻。逼近终点",
                "母狗绝育要多少钱",
                "请翻译：tell sb to do sth",
                "去死亡谷自驾",
                "去死火山徒步",
                "你是模特么的话",
                "抹煞笔者的功劳",
                "累死全家人",
                "给狗东西吃",
                "傻比尔盖茨",
                "沙比较细",
                "他有变态反应",
                "早操蛋糕",
                "贱货币政策",
                "Put in the screw, you will need it",
                "je suis en retard",
                "He is a man from Essex, as is she",
                "Mr Ito and Dr Hill",
                "till slut",
                "The screw you need is M4.",
                "Use the screw you bought.",
                "Which screw you use matters.",
                "Floats screw you up.",
                "I will go to. Hell froze over",
                "those who're here",
                "Scunthorpe",
                "an essay on classical assassins",
                "Dick Cheney drank a cocktail",
                "shitake mushrooms",
                "hell of a ride",
                "kill the process yourself",
                "spic and span",
                "a chink in the armour",
                "pussy willow",
                "Kill your self-doubt",
                "a white trash bag",
                "f(u, c, k)",
                "`a*b*c` and x**2",
                "the A55 road",
                "b38d45e7-fa95-4e5f-8c3b-fc277efefa99 is the id of the run",
                "ping 2001:db8:fa95::1",
                "a background of #fa9",
                "0000010: ed73 f12d fa95 09ee",
                "it's hit",
                "push it",
                "Niger and Nigeria",
                "kyss meg"
            })
    void an_innocent_text_is_let_through(String text) {
        assertThat(screen(text, KNOWN).reasons()).isEmpty();
    }

    @Test
    void markup_is_not_read_as_words() {
        assertThat(screen("<p title=\"x\">See <code>f</code> and <em>uck</em></p>", KNOWN, Markup.HTML)
                        .reasons())
                .isEmpty();
        assertThat(screen("<p>f<em>u</em>ck</p>", KNOWN, Markup.HTML).standing())
                .isEqualTo(Standing.HELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[buy](//spam.example/x)",
                "[buy](https\\://spam.example)",
                "[buy](https:&#47;&#47;spam.example)",
                "<https://spam.example>",
                "https://spam.example",
                "www.spam.example",
                "[buy][1]\n\n[1]: //spam.example",
                "![x](https://spam.example/x.png)",
                "<a href=\"//spam.example\">buy</a>",
                "[buy](\\\\\\\\spam.example)",
                "[buy](HTTPS:spam.example)",
                "[b](mailto:x@spam.example)"
            })
    void a_newcomers_link_is_held_however_it_is_written(String text) {
        assertThat(screen(text, NEWCOMER).reasons()).extracting(Reason::rule).containsExactly("new-member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Buy at https://spam.example", "www.spam.example", "Mail buy@spam.example"})
    void a_newcomers_title_with_an_address_is_held(String title) {
        Submission submission = new Submission(
                SubjectType.POST, "subject", "ada", new Revision(1, title, "Hello"), Instant.EPOCH, null);

        assertThat(PIPELINE.screen(submission, Reading.of(submission), NEWCOMER, Instant.EPOCH)
                        .reasons())
                .extracting(Reason::rule)
                .containsExactly("new-member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"`https://spam.example`", "[the rules](/about)", "[above](#top)", "I like www. and https://"})
    void what_leads_nowhere_else_is_no_link(String text) {
        assertThat(screen(text, NEWCOMER).reasons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](//x.example/1) ", "![a](https://x.example/1) ", "https://x.example/1 "})
    void many_links_are_held_however_they_are_written(String link) {
        assertThat(screen(link.repeat(5), KNOWN).reasons()).isEmpty();
        assertThat(screen(link.repeat(8), KNOWN).reasons())
                .extracting(Reason::rule)
                .containsExactly("links");
    }

    @ParameterizedTest
    @CsvSource({
        "https://x@evil.example/, true",
        "https://good.example@evil.example/, true",
        "https://evil%2Eexample/, true",
        "https://evil。example/, true",
        "https://evil．example/, true",
        "https://ｅｖｉｌ.example/, true",
        "https://EVIL.example:8443/x, true",
        "https://a.b.evil.example./, true",
        "[x](//evil.example), true",
        "[x](/\\evil.example), true",
        "[x](https:evil.example), true",
        "https://böse.example/, true",
        "https://xn--bse-sna.example/, true",
        "http://192.0.2.7/, true",
        "http://3221225991/, true",
        "http://0xC0.0x00.0x02.0x07/, true",
        "http://0300.0.2.7/, true",
        "http://192.0.519/, true",
        "https://notevil.example/, false",
        "https://evil.example.org/, false",
        "https://evil.example@good.example/, false",
        "https://good.example/?https://evil.example, false",
        "http://192.0.2.70/, false"
    })
    void a_listed_site_is_known_by_the_host_that_a_browser_asks(String link, boolean listed) {
        List<String> rules =
                screen(link, KNOWN).reasons().stream().map(Reason::rule).toList();

        assertThat(rules).isEqualTo(listed ? List.of("links") : List.of());
    }

    private static Screening screen(String text, AuthorHistory author) {
        return screen(text, author, Markup.MARKDOWN);
    }

    private static Screening screen(String text, AuthorHistory author, Markup markup) {
        Submission submission = new Submission(
                SubjectType.POST, "post", "ada", new Revision(1, "A title", text, markup), Instant.EPOCH, null);
        return PIPELINE.screen(submission, Reading.of(submission), author, Instant.EPOCH);
    }
}
