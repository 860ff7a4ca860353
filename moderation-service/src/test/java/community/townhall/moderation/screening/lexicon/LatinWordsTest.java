/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Latin words are found through their disguises, and never inside innocent ones. */
class LatinWordsTest {

    private final LatinWords words = new LatinWords(
            List.of("fuck+", "shit", "cunt", "ass", "bitch", "faggot", "sex", "kill yourself", "kill your self"),
            List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what the fuck",
                "FUCKING hell",
                "ｆｕｃｋ this",
                "fùçk",
                "f\u200Bu\u200Bck",
                "fuuuuuck",
                "f u c k you",
                "you are a f u c k",
                "f.u.c.k",
                "f-u-c-k",
                "f㊙uck",
                "sh-it happens",
                "f**k",
                "f*ck!",
                "sh1t",
                "sh¡t",
                "f1u2c3k this",
                "ᑕunt", // Canadian syllabics
                "fuↄk", // a Roman numeral turned
                "$hit",
                "8 b1tches: b!tch",
                "f4gg0t",
                "fuсk", // a Cyrillic es
                "𝖋𝖚𝖈𝖐",
                "shit!!!",
                "**shit**",
                "that 'shit'",
                "shit's",
                "you should Kill   yourself",
                "kill your self",
                "kill-your-self-today",
                "kill your self-now",
                "kill your self - please",
                "ass",
                "asssss"
            })
    void found(String text) {
        assertThat(words.matches(NormalText.of(text))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scunthorpe",
                "class, assess, assassin, bass, passage",
                "Essex and Sussex",
                "push it to the limit",
                "the A55 road",
                "a*b*c and x**2",
                "cunning shitake", // as it is often misspelled
                "kill a process yourself",
                "kill your self-hosted runner",
                "kill your self-signed certificate process",
                "f(u, c, k)",
                "1 2 3 4 5",
                "матрица и вектор",
                "as s",
                "char* argv",
                "¡Sí! ¡Así es!",
                "e4d5c3b6"
            })
    void passed_over(String text) {
        assertThat(words.matches(NormalText.of(text))).isEmpty();
    }
}
