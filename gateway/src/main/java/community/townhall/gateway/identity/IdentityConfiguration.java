/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.IdentityProperties;
import community.townhall.gateway.PublicAddress;
import community.townhall.gateway.SecurityLog;
import community.townhall.kit.id.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Supplier;
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

    private static final int SECRET_BYTES = 32;

    @Bean
    PasswordRules passwordRules(PasswordRules.Guessers guessers) {
        return new PasswordRules(guessers);
    }

    @Bean
    RegisterAccount registerAccount(
            Accounts accounts, Passwords passwords, PasswordRules rules, SecurityLog log, Clock clock) {
        return new RegisterAccount(accounts, passwords, rules, log, Ids::next, clock);
    }

    @Bean
    SignIn signIn(Accounts accounts, SignInAttempts attempts, Passwords passwords, SecurityLog log, Clock clock) {
        return new SignIn(accounts, attempts, passwords, log, clock);
    }

    @Bean
    ManageAccounts manageAccounts(Accounts accounts, SignInAttempts attempts, SignOuts signOuts, SecurityLog log) {
        return new ManageAccounts(accounts, attempts, signOuts, log);
    }

    @Bean
    ManagePassword managePassword(
            Accounts accounts,
            PasswordResets resets,
            Passwords passwords,
            PasswordRules rules,
            SignIn signIn,
            SignInAttempts attempts,
            SignOuts signOuts,
            LetterTasks letters,
            Mail mail,
            SecurityLog log,
            Clock clock) {
        return new ManagePassword(
                accounts, resets, passwords, rules, signIn, attempts, signOuts, letters, mail, Ids::next, secrets(),
                log, clock);
    }

    @Bean
    ManageEmail manageEmail(
            Accounts accounts,
            EmailConfirmations confirmations,
            LetterTasks letters,
            Mail mail,
            SignIn signIn,
            SecurityLog log,
            Clock clock) {
        return new ManageEmail(accounts, confirmations, letters, mail, signIn, Ids::next, log, clock);
    }

    @Bean
    WriteLetters writeLetters(
            LetterTasks tasks,
            Mail mail,
            Accounts accounts,
            PasswordResets resets,
            EmailConfirmations confirmations,
            PublicAddress address,
            SecurityLog log,
            Clock clock) {
        return new WriteLetters(tasks, mail, accounts, resets, confirmations, secrets(), address.url(), log, clock);
    }

    private static Supplier<String> secrets() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        };
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
