/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

/** What letters say. Nothing that a member chose stands in them but the username, which is plain letters and digits. */
final class Letters {

    private Letters() {}

    static Letter passwordLink(Email to, Language language, Username username, String link) {
        return switch (language) {
            case ENGLISH -> new Letter(to, "Set a new password", """
                        Somebody asked for a new password for your account %s.

                        Set it here, once, within 30 minutes:
                        %s

                        If that was not you, do nothing: your password stays as it is.
                        """.formatted(username, link));
            case CHINESE -> new Letter(to, "设置新密码", """
                        有人为您的账号 %s 申请了新密码。

                        请在 30 分钟内通过此链接设置，仅可使用一次：
                        %s

                        如果不是您本人操作，请忽略此邮件，您的密码不会改变。
                        """.formatted(username, link));
        };
    }

    static Letter confirmation(Email to, Language language, Username username, String link) {
        return switch (language) {
            case ENGLISH -> new Letter(to, "Confirm your e-mail address", """
                        The account %s wants to use this e-mail address.

                        Confirm it here within a day:
                        %s

                        If that was not you, do nothing.
                        """.formatted(username, link));
            case CHINESE -> new Letter(to, "确认您的邮箱", """
                        账号 %s 希望使用此邮箱。

                        请在一天内通过此链接确认：
                        %s

                        如果不是您本人操作，请忽略此邮件。
                        """.formatted(username, link));
        };
    }

    static Letter passwordChanged(Email to, Language language, Username username) {
        return switch (language) {
            case ENGLISH -> new Letter(to, "Your password was changed", """
                        The password of your account %s was changed.

                        If that was not you, ask for a new one at the page to sign in at, or tell an operator.
                        """.formatted(username));
            case CHINESE -> new Letter(to, "您的密码已更改", """
                        您的账号 %s 的密码已更改。

                        如果不是您本人操作，请在登录页面申请新密码，或联系运营人员。
                        """.formatted(username));
        };
    }

    static Letter addressChanged(Email to, Language language, Username username) {
        return switch (language) {
            case ENGLISH -> new Letter(to, "Your e-mail address was changed", """
                        Your account %s does not use this e-mail address any more.

                        If that was not you, tell an operator.
                        """.formatted(username));
            case CHINESE -> new Letter(to, "您的邮箱已更改", """
                        您的账号 %s 不再使用此邮箱。

                        如果不是您本人操作，请联系运营人员。
                        """.formatted(username));
        };
    }
}
