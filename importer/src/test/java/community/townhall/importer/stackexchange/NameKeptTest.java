/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameKeptTest {

    private static final String CUT = "with a name that was too long, cut";
    private static final String UNSEEN = "with characters in the name that nobody sees, left off";

    @Test
    void a_name_that_came_along_lost_nothing() {
        assertThat(NameKept.losses("Ada", "Ada")).isEmpty();
        assertThat(NameKept.losses("  Ada \u00A0 Lovelace ", "Ada Lovelace")).isEmpty();
        assertThat(NameKept.losses("Zoe\u0308", "Zo\u00EB")).isEmpty();
        assertThat(NameKept.losses("a".repeat(80), "a".repeat(80))).isEmpty();
    }

    @Test
    void what_was_cut_is_told_from_what_nobody_sees() {
        assertThat(NameKept.losses("a".repeat(200), "a".repeat(80))).containsExactly(CUT);
        assertThat(NameKept.losses("a".repeat(79) + " b", "a".repeat(79))).containsExactly(CUT);
        assertThat(NameKept.losses("\u202EAda", "Ada")).containsExactly(UNSEEN);
        assertThat(NameKept.losses("Ada\u200B", "Ada")).containsExactly(UNSEEN);
        assertThat(NameKept.losses("\u202E" + "a".repeat(200), "a".repeat(80))).containsExactly(CUT, UNSEEN);
    }

    @Test
    void a_name_that_is_another_is_said_to_be() {
        assertThat(NameKept.losses("Ada", "Countess")).containsExactly("under another name here");
    }
}
