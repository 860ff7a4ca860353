/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestBodiesTest {

    private static final IntPredicate OF_A_TEXT = c -> c > ' ' && c != 0x7F || c == '\t' || c == '\n' || c == ' ';

    @Test
    void a_text_that_is_documented_to_be_not_blank_is_not_to_the_constraint_either() {
        Pattern documented = Pattern.compile(RequestBodies.NOT_BLANK);

        assertThat(IntStream.rangeClosed(0, 0xD7FF).filter(OF_A_TEXT).mapToObj(Character::toString))
                .allSatisfy(text -> {
                    assertThat(documented.matcher(text.repeat(2)).matches()).isEqualTo(!text.isBlank());
                    assertThat(documented.matcher(text + "a" + text).matches()).isTrue();
                });
    }
}
