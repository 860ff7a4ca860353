/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares client secrets in constant time. They are long, random and configured, not remembered by people, and checked
 * at every token request: a slow hash would cost without protecting.
 */
final class SameSecret implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : secret.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence given, @Nullable String secret) {
        return given != null
                && secret != null
                && MessageDigest.isEqual(
                        given.toString().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
