/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200Cخواهم", // Persian: "I want", whose parts do not join
                "क\u094D\u200Dष", // Hindi: two letters side by side rather than in one
                "ᠮᠣᠩᠭᠣᠯ\u180E", // Mongolian: a vowel set apart
                "👨\u200D👩\u200D👧",
                "👩🏽\u200D💻",
                "❤\uFE0F\u200D🔥",
                "1\uFE0F\u20E3",
                "☎\uFE0E",
                "葛\uDB40\uDD00", // a variant of a Chinese letter
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "שלום (abc)\u200F"
            })
    void what_a_script_needs_may_stand_in_a_line(String line) {
        assertThat(Lines.flawIn(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab\u200Dc",
                "ab\u200Cc",
                "Ada\u0301\u200D\u0301x",
                "中\u200D文",
                "ab\uFE0Fc",
                "ab\uDB40\uDD00c",
                "ab\u180Ec",
                "가\u200D나",
                "ab\uDB40\uDC67",
                "ab\u200Bc",
                "ab\u2060",
                "\uFEFFab",
                "ab\u00ADc",
                "ab\u034Fc",
                "abc\u200E",
                "a\u061Cb",
                "ab\u202Ecb",
                "\u3164",
                "ab\u3164c",
                "ab\u2800c",
                "\u2800\u2800\u2800",
                "ab\uFFFCc",
                "\uFFFC",
                "ab\u115Fc",
                "ab\u1160c",
                "ab\uFFA0c",
                "ab\u17B4c",
                "ab\u17B5c",
                "ab\u206Ac",
                "ab\uFFF9c",
                "ab\uD834\uDD59c", // the head of a note that has none
                "ab\uD834\uDD73c", // the beginning of a beam of notes
                "ab\uD80D\uDC41c", // a blank among hieroglyphs
                "ab\uD81B\uDFE4c", // a filler of the Khitan script
                "ab\uDB40\uDC01c",
                "\u2000",
                "\u200A\u2003",
                "\u3000\u00A0\u1680"
            })
    void what_nobody_sees_may_not(String line) {
        assertThat(Lines.flawIn(line)).map(Flaw::rule).isPresent();
        assertThat(Names.flawIn(line)).isPresent();
    }

    @Test
    void of_a_name_what_is_seen_stays() {
        assertThat(Names.seen("\u202EA\u200Bd\u200Da\u200E")).isEqualTo("Ada");
        assertThat(Names.seen("می\u200Cخواهم 👩🏽\u200D💻")).isEqualTo("می\u200Cخواهم 👩🏽\u200D💻");
    }

    @ParameterizedTest
    @ValueSource(strings = {"שלום\u200F", "\u200Fשלום", "علي\u061C"})
    void a_name_has_no_marks_of_direction(String name) {
        assertThat(Lines.flawIn(name)).isEmpty();
        assertThat(Names.flawIn(name)).map(Flaw::rule).contains("characters");
    }
}
