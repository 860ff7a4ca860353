/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.kit.security.access.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page to sign in at; it needs no script. */
@RestController
@ConditionalOnBuiltInIdentity
class SignInController {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s · Townhall</title>
            <style>
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center;
                   background: light-dark(#f5f6f8, #14171c); color: light-dark(#1b1f24, #e8eaed); }
            main { width: min(22rem, 100%% - 2rem); padding: 2rem; box-sizing: border-box; border-radius: .75rem;
                   background: light-dark(#fff, #1f242b); border: 1px solid light-dark(#d5d9e0, #39414c); }
            h1 { margin: 0 0 1.25rem; font-size: 1.375rem; }
            label { display: block; margin: 0 0 1rem; }
            input { display: block; width: 100%%; box-sizing: border-box; margin-top: .25rem; padding: .625rem;
                    font: inherit; color: inherit; background: transparent; border-radius: .375rem;
                    border: 1px solid light-dark(#78818d, #8a94a1); }
            button { width: 100%%; min-height: 2.75rem; font: inherit; font-weight: 600; cursor: pointer; border: 0;
                     border-radius: .375rem; color: #fff; background: #1d5fbf; }
            .second { margin-top: .75rem; color: inherit; background: transparent; border: 1px solid light-dark(#78818d, #8a94a1); }
            :focus-visible { outline: 3px solid light-dark(#1d5fbf, #8ab8ff); outline-offset: 2px; }
            a { color: light-dark(#1d5fbf, #8ab8ff); }
            [role=alert] { margin: 0 0 1rem; padding: .625rem; border-radius: .375rem;
                           background: light-dark(#fdecea, #4a1f1c); color: light-dark(#8a1c12, #ffd9d4); }
            </style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            %s
            <form method="post" action="/sign-in">
            <input type="hidden" name="%s" value="%s">
            <label>%s<input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus></label>
            <label>%s<input name="password" type="password" autocomplete="current-password" required></label>
            <button>%s</button>
            </form>
            <button type="button" id="passkey" class="second" data-failed="%s" hidden>%s</button>
            <p role="status" id="passkey-status"></p>
            <script type="module" src="/identity/passkey-sign-in.js"></script>
            <p><a href="/#/forgotten-password">%s</a></p>
            <p><a href="/">%s</a></p>
            </main>
            </body>
            </html>
            """;

    private enum Words {
        ENGLISH(
                "en",
                "Sign in",
                "Username",
                "Password",
                "Username or password is wrong, or there were too many attempts. Try again in a while.",
                "Forgotten your password?",
                "Back to the community",
                "Sign in with a passkey",
                "This passkey did not sign you in. Use your password."),
        CHINESE(
                "zh-CN",
                "登录",
                "用户名",
                "密码",
                "用户名或密码不正确，或尝试次数过多，请稍后再试。",
                "忘记密码？",
                "返回社群",
                "使用通行密钥登录",
                "此通行密钥未能登录，请使用密码。");

        final String language;
        final String signIn;
        final String username;
        final String password;
        final String failed;
        final String forgotten;
        final String back;
        final String passkey;
        final String passkeyFailed;

        Words(
                String language,
                String signIn,
                String username,
                String password,
                String failed,
                String forgotten,
                String back,
                String passkey,
                String passkeyFailed) {
            this.language = language;
            this.signIn = signIn;
            this.username = username;
            this.password = password;
            this.failed = failed;
            this.forgotten = forgotten;
            this.back = back;
            this.passkey = passkey;
            this.passkeyFailed = passkeyFailed;
        }

        static Words of(Locale locale) {
            return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
        }
    }

    /** For people: whatever else the address says, they get the form. */
    @Public
    @Hidden
    @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> form(HttpServletRequest request, Locale preferred, CsrfToken csrf) {
        @Nullable String lang = request.getParameter("lang");
        Words words =
                Words.of(lang == null || lang.isBlank() ? preferred : Locale.forLanguageTag(lang.replace('_', '-')));
        String alert = request.getParameter("failed") == null ? "" : "<p role=\"alert\">%s</p>".formatted(words.failed);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(PAGE.formatted(
                        words.language,
                        words.signIn,
                        words.signIn,
                        alert,
                        HtmlUtils.htmlEscape(csrf.getParameterName()),
                        HtmlUtils.htmlEscape(csrf.getToken()),
                        words.username,
                        words.password,
                        words.signIn,
                        words.passkeyFailed,
                        words.passkey,
                        words.forgotten,
                        words.back));
    }
}
