/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Which access tokens are void before they expire: single ones, and all that were issued for somebody up to a moment,
 * because their roles changed or their account was stopped since. Ids are hashed: the list tells nothing to who reads it.
 *
 * @param tokens hashes of token ids
 * @param subjects by hashes of member ids, the last moment of void tokens in milliseconds since 1970
 */
public record Revocations(Set<String> tokens, Map<String, Long> subjects) {

    /** When a token was issued, to the millisecond: {@code iat} knows seconds only. */
    public static final String ISSUED_MS = "issued_ms";

    public static final Revocations NONE = new Revocations(Set.of(), Map.of());

    public Revocations {
        tokens = Set.copyOf(tokens);
        subjects = Map.copyOf(subjects);
    }

    /** Whether the token is void. */
    public boolean concern(Jwt jwt) {
        if (tokens.isEmpty() && subjects.isEmpty()) {
            return false;
        }
        if (jwt.getId() != null && tokens.contains(hash(jwt.getId()))) {
            return true;
        }
        @Nullable Long last = subjects.get(hash(Objects.requireNonNull(jwt.getSubject())));
        return last != null && issuedMs(jwt) <= last;
    }

    private static long issuedMs(Jwt jwt) {
        if (jwt.getClaims().get(ISSUED_MS) instanceof Number exact) {
            return exact.longValue();
        }
        @Nullable Instant issued = jwt.getIssuedAt();
        return issued == null ? 0 : issued.toEpochMilli();
    }

    public static String hash(String id) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
