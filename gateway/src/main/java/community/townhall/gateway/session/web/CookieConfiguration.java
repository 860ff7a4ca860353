/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.PublicAddress;
import community.townhall.gateway.SealedCookies;
import community.townhall.gateway.session.CookieKeys;
import community.townhall.gateway.session.StoredSessions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.util.function.SingletonSupplier;

/** What browsers keep for us, and what we keep for them. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableScheduling
class CookieConfiguration {

    /** The key is read when it is first needed, so that the gateway starts while its database is away. */
    @Bean
    SealedCookies sealedCookies(CookieKeys keys, PublicAddress address, Clock clock) {
        return new SealedCookies(SingletonSupplier.of(() -> keys.currentOr(newKey())), address, clock);
    }

    private static byte[] newKey() {
        byte[] key = new byte[CookieKeys.BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Bean
    SessionStore sessionStore(
            StoredSessions sessions, Clock clock, @Value("${server.servlet.session.timeout}") Duration idle) {
        return new SessionStore(sessions, clock, idle);
    }

    /** Made when it is first needed, not while the server is made. */
    @Bean
    DelegatingFilterProxyRegistrationBean sessionFilter() {
        DelegatingFilterProxyRegistrationBean filter =
                new DelegatingFilterProxyRegistrationBean("springSessionRepositoryFilter");
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return filter;
    }

    @Bean
    CookieSerializer sessionCookie(PublicAddress address) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(address.cookie("TOWNHALL_SESSION"));
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(address.isSecure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }
}
