/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.Passwords;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with Spring Security's parameters (16 MiB, two passes). A hash names its algorithm, so that another can follow.
 * Half the processors compute hashes at most, and so many wait as are done in a few seconds.
 */
@Component
@ConditionalOnBuiltInIdentity
class Argon2Passwords implements Passwords {

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int WAITING = 40 * AT_ONCE;
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final PasswordEncoder encoder = new QueuedPasswordEncoder(
            new DelegatingPasswordEncoder(
                    "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8())),
            AT_ONCE,
            WAITING,
            PATIENCE);
    private final String nobodys = hash(UUID.randomUUID().toString());

    @Override
    public String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    @Override
    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    @Override
    public void matchNothing(String password) {
        boolean unused = matches(password, nobodys);
    }
}
