/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.Passwords;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with Spring Security's parameters (16 MiB, two passes). A hash names its algorithm, so that another can follow.
 * Few are computed at once: each takes its memory and a processor, and sign-ins must not starve everything else.
 */
@Component
@ConditionalOnBuiltInIdentity
class Argon2Passwords implements Passwords {

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final String nobodys = hash(UUID.randomUUID().toString());

    @Override
    public String hash(String password) {
        return inPlace(() -> Objects.requireNonNull(encoder.encode(password)));
    }

    @Override
    public boolean matches(String password, String hash) {
        return inPlace(() -> encoder.matches(password, hash));
    }

    @Override
    public void matchNothing(String password) {
        boolean unused = matches(password, nobodys);
    }

    private <R> R inPlace(Supplier<R> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
