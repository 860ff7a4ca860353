/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Keys in the database open with the secret alone. */
class KeySealTest {

    private static final String KEY = "{\"kty\":\"RSA\",\"d\":\"what signs\"}";

    private final KeySeal sealed = KeySeal.with(secret(1));

    @Test
    void a_sealed_key_opens_with_its_secret_alone() {
        String stored = sealed.seal(KEY);

        assertThat(stored).doesNotContain("what signs", "RSA");
        assertThat(sealed.open(stored)).isEqualTo(KEY);
        assertThatThrownBy(() -> KeySeal.with(secret(2)).open(stored)).hasMessageContaining("does not open");
        assertThatThrownBy(() -> KeySeal.with(null).open(stored)).hasMessageContaining("keys-secret is not set");
    }

    @Test
    void what_was_stored_before_there_was_a_secret_is_read_on() {
        assertThat(sealed.open(KeySeal.with(" ").seal(KEY))).isEqualTo(KEY);
    }

    @Test
    void a_secret_has_32_bytes() {
        assertThatThrownBy(() -> KeySeal.with("c2hvcnQ=")).hasMessageContaining("32 bytes in Base64");
    }

    private static String secret(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
