/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NormalTextTest {

    @Test
    void texts_that_differ_in_disguise_only_have_one_fingerprint() {
        assertThat(fingerprint("Buy NOW, cheap!"))
                .isEqualTo(fingerprint("buy now   cheap"))
                .isEqualTo(fingerprint("ＢＵＹ　ｎｏｗ — cheap…"))
                .isEqualTo(fingerprint("Buу nоw, сheap")) // with a Cyrillic у, о and с
                .isNotEqualTo(fingerprint("buy later, cheap"));
    }

    @Test
    void texts_of_signs_only_are_told_apart() {
        assertThat(fingerprint("!!!")).isNotEqualTo(fingerprint("???"));
    }

    @Property
    void normalising_twice_is_normalising_once(@ForAll @StringLength(max = 200) String text) {
        String once = NormalText.of(text).toString();
        assertThat(NormalText.of(once).toString()).isEqualTo(once);
    }

    @Property
    void case_and_spacing_do_not_matter(@ForAll @AlphaChars @StringLength(min = 1, max = 50) String text) {
        String spaced = String.join(" ", text.split(""));
        assertThat(fingerprint(spaced.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(fingerprint(text.toLowerCase(java.util.Locale.ROOT)));
    }

    private static String fingerprint(String text) {
        return NormalText.of(text).fingerprint();
    }
}
