/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chinese words are found anywhere in a text, parted by signs or not, in either style of writing. */
class ChineseWordsTest {

    private final ChineseWords words =
            new ChineseWords(List.of("傻逼", "傻b", "婊子", "滚蛋", "黑鬼", "草泥马", "鸡巴"), List.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你是个傻逼吧",
                "傻*逼",
                "傻 逼",
                "傻.逼",
                "傻B",
                "傻Ｂ",
                "滾蛋",
                "傻\u200B逼",
                "黑·鬼",
                "傻1逼",
                "傻①逼",
                "傻㊙逼",
                "儍逼",
                "艸泥馬",
                "草泥🐴",
                "🐔巴"
            })
    void found(String text) {
        assertThat(words.matches(NormalText.of(text))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"他很傻。逼近终点", "今天天气很好", "plain English", "操作系统课程", "鬼黑", "傻10逼8", "草泥和🐴", "骑🐎上草原"})
    void passed_over(String text) {
        assertThat(words.matches(NormalText.of(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"去死", "你去死吧", "去死去死", "去死去死去死去死", "去死！去死！", "去死 去死", "你去死去死"})
    void said_again_and_again_it_is_no_other_word(String text) {
        assertThat(new ChineseWords(List.of("去死"), List.of("死去"), List.of("去死")).matches(NormalText.of(text)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"他死去了", "老人死去死者安息", "去死海旅游"})
    void and_the_other_word_is_none(String text) {
        assertThat(new ChineseWords(List.of("去死"), List.of("死去"), List.of("去死")).matches(NormalText.of(text)))
                .isEmpty();
    }

    private final ChineseWords done =
            new ChineseWords(List.of("日你妈", "干你妈", "干你娘", "草你妈", "操你妈"), List.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你周日你妈也来吗",
                "学校星期日你妈能来接你吗",
                "休息日你妈来吗",
                "你生日你妈送了什么礼物",
                "每日你妈都做饭吗",
                "能干你娘也夸你",
                "水草你妈养得真好",
                "割草你妈不让",
                "情操你妈培养得好",
                "工作日你妈几点下班",
                "早上做体操你妈也会"
            })
    void what_is_done_to_nobody_as_it_ends_a_usual_word(String text) {
        assertThat(done.matches(NormalText.of(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"我日你妈", "今天日你妈", "老子日你妈", "天天日你妈", "想干你妈", "快干你妈", "我草你妈", "真草你妈", "垃圾草你妈", "去操你妈", "生日快乐日你妈"})
    void what_is_done_to_somebody_whatever_stands_before_it(String text) {
        assertThat(done.matches(NormalText.of(text))).isNotEmpty();
    }

    private final ChineseWords otherwise =
            new ChineseWords(List.of("操你妈", "他妈的", "王八蛋", "草泥马", "去死", "狗杂种", "不得好死"), List.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "操*妈", "操×妈", "操#妈的", "我操○妈", "操n妈", "操N妈", "王8蛋", "王⑧蛋", "去si吧", "去si", "你这个王*蛋", "他*的", "他M的", "不*好死",
                "操ni妈", "操你ma", "cao你妈", "caoni妈", "操nima", "我Cao你妈", "他ma的", "ta妈的", "qu死吧", "gou杂种", "不得hao死",
                "操 ni 妈"
            })
    void with_a_star_or_pinyin_for_a_character(String text) {
        assertThat(otherwise.matches(NormalText.of(text))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "他*她的",
                "他X的房子",
                "他A的实验结果",
                "他2的",
                "王2蛋",
                "王3蛋",
                "王*蛋糕店",
                "王8蛋糕店",
                "要去SI单位吗",
                "去Si衬底",
                "他的",
                "操场",
                "他 * 的",
                "他、的",
                "他?的",
                "他12的",
                "王蛋",
                "面积是长*宽",
                "Java妈的",
                "taxi妈",
                "他map的",
                "操nice妈",
                "macao你妈妈"
            })
    void what_nobody_reads_as_one(String text) {
        assertThat(otherwise.matches(NormalText.of(text))).isEmpty();
    }

    @Test
    void of_a_long_word_one_character_is_written_otherwise() {
        String various = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨";
        assertThat(new ChineseWords(List.of(various), List.of(), List.of())
                        .matches(NormalText.of(various.replace("岁", "sui"))))
                .containsExactly(various);
    }

    @Test
    void names_the_word_of_the_list_however_it_is_spelled() {
        assertThat(otherwise.matches(NormalText.of("王*蛋，操ni妈"))).containsExactlyInAnyOrder("王八蛋", "操你妈");
    }

    @Test
    void names_the_word_of_the_list() {
        assertThat(words.matches(NormalText.of("傻-逼"))).containsExactly("傻逼");
    }
}
