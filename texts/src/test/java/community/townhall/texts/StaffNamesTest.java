/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Operator",
                "operator",
                "OPERATORS",
                "0perator",
                "Оperator", // a Cyrillic O
                "Ｏｐｅｒａｔｏｒ",
                "O p e r a t o r",
                "-Operator-",
                "Operator1",
                "Moderator",
                "m0derator",
                "Moderator Team",
                "The Moderators",
                "Admin",
                "Administrator",
                "Аdmin", // a Cyrillic A
                "Townhall",
                "T0wnhall",
                "Tovvnhall",
                "Ópérator",
                "Mödëratör",
                "Townhall Team",
                "管理员",
                "官方管理员",
                "版主",
                "系统"
            })
    void who_is_called_so_would_pass_for_staff(String name) {
        assertThat(StaffNames.isOne(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Mo",
                "Modesto",
                "Adminton",
                "Jason Operatorson",
                "Tom Hall",
                "Opera",
                "张三",
                "管理学生",
                "Systematic",
                "Supporter",
                "Zoë",
                "Rooter",
                "🦊"
            })
    void anybody_else_would_not(String name) {
        assertThat(StaffNames.isOne(name)).isFalse();
    }
}
