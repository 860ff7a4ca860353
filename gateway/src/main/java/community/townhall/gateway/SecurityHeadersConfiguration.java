/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** What a browser is told about every answer, and the token that tells our pages from others'. */
@Configuration(proxyBeanMethods = false)
class SecurityHeadersConfiguration {

    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    @Bean
    AnswerHeaders answerHeaders(@Value("classpath:static/index.html") Resource console) throws IOException {
        String policy = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'" + hashesOfInlineScripts(console),
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: https:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
        return new AnswerHeaders(Map.of(
                "Content-Security-Policy", policy,
                "Referrer-Policy", "strict-origin-when-cross-origin",
                "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()",
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY"));
    }

    /** What is left to Spring Security: to forbid caching, and to hold browsers to TLS. */
    @Bean
    Customizer<HttpSecurity> securityHeaders() {
        return http -> http.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny));
    }

    /** The console's import map has to stand in its page; its hash allows that one and no injected script. */
    static String hashesOfInlineScripts(Resource page) throws IOException {
        if (!page.exists()) {
            return "";
        }
        return INLINE_SCRIPT
                .matcher(page.getContentAsString(StandardCharsets.UTF_8))
                .results()
                .map(script -> " 'sha256-" + sha256(script.group(1)) + "'")
                .collect(Collectors.joining());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a cookie, so that visitors who only read need no session. Pages get it from {@code /identity/session}. */
    @Bean
    CsrfTokenRepository csrfTokens(PublicAddress address) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(address.cookie("XSRF-TOKEN"));
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/").secure(address.isSecure()));
        return tokens;
    }
}
