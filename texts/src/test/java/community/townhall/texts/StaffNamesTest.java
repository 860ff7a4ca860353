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
                "系统",
                // with something around it
                "Operator (staff)",
                "Moderator (M)",
                "Site Admin",
                "Admin Bob",
                "AdminBob",
                "Bob [MOD]",
                "Ada（Support）",
                "townhall support",
                "TownhallSupport",
                "townhalladmin",
                "Support Team",
                "Customer Support",
                "Forum Mods",
                "Townhall 官方",
                "官方小助手",
                "客服小美",
                "小王管理员",
                "Former member",
                "已离开的成员",
                "Community",
                "The Community",
                "モデレーター",
                "관리자",
                "管理員",
                "版主大人",
                "站长",
                "站長",
                "管 理 员",
                "管理团队",
                "系统通知",
                "O.p.e.r.a.t.o.r Bob",
                "Town Hall",
                // in letters that look like those of its words, or are read like them
                "Тownhall", // a Cyrillic T
                "TownhaII", // capital I's
                "ADMlN", // a small L
                "Adrnin",
                "Opεrator",
                "Οpεrаtοr", // Greek and Cyrillic
                "0p3rat0r",
                "0p3rat0r1",
                "@dm1n",
                "$taff",
                "adm!n!",
                "Admin007",
                "007 Admin",
                "operatoʀ",
                "ᴀᴅᴍɪɴ",
                "Ⓐⓓⓜⓘⓝ",
                "🅰🅳🅼🅸🅽",
                "𝕬𝖉𝖒𝖎𝖓",
                "ad\u200Bmin",
                "Оператор",
                "Модератор Иван",
                "Администратор",
                "Админ",
                "Øperator",
                "Tοwnhall" // a Greek o
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
                "Adam Mintz",
                "Cooperator Kim",
                "Community Gardener",
                "Moderata Fonte",
                "Administrata",
                "Amin",
                "Amin Al-Rashid",
                "Townsend Hall",
                "Joe Root",
                "Ada Modrow",
                "J. R. R. Tolkien",
                "Stafford",
                "Max Headroom",
                "System Shock",
                "王管",
                "管小理",
                "出版主编",
                "车站长椅",
                "非官方粉丝",
                "Адам",
                "Αδάμ",
                "नमिता",
                "山田太郎",
                "김민수",
                "C++ Fan",
                "1337",
                "!",
                "🦊"
            })
    void anybody_else_would_not(String name) {
        assertThat(StaffNames.isOne(name)).isFalse();
    }
}
