/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.IdentityProperties;
import community.townhall.kit.id.Ids;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use cases of accounts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBuiltInIdentity
class IdentityConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IdentityConfiguration.class);

    @Bean
    RegisterAccount registerAccount(Accounts accounts, Passwords passwords, Clock clock) {
        return new RegisterAccount(accounts, passwords, Ids::next, clock);
    }

    @Bean
    SignIn signIn(Accounts accounts, Passwords passwords, Clock clock) {
        return new SignIn(accounts, passwords, clock);
    }

    @Bean
    SetRoles setRoles(Accounts accounts) {
        return new SetRoles(accounts);
    }

    @Bean
    ApplicationRunner firstOperator(RegisterAccount register, IdentityProperties properties) {
        return arguments -> {
            @Nullable String password = properties.operatorPassword();
            if (password == null || password.isBlank()) {
                log.info("No password for a first operator is configured");
            } else {
                register.firstOperator(password);
            }
        };
    }
}
