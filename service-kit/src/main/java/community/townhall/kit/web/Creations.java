/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import community.townhall.events.StableId;
import community.townhall.kit.id.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creation that can safely be asked for twice (the {@code Idempotency-Key} header, after the IETF draft
 * draft-ietf-httpapi-idempotency-key-header): the new thing's id derives from the member and the key, so the second
 * request finds the first one's result.
 */
public final class Creations {

    /** What a key looks like; {@link RequestRules} holds every request to it, whether its handler reads one or not. */
    public static final String KEY = "[!-~]{1,128}";

    static final String HEADER = "Idempotency-Key";

    private final JsonMapper json;

    Creations(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param kind of what is created: the same key serves for one of each
     * @param memberId for whom it is created: another member's key never collides
     * @param idempotencyKey the header, absent when the client does not care
     * @param request what was asked for
     */
    public Creation of(String kind, String memberId, @Nullable String idempotencyKey, Object request) {
        if (idempotencyKey == null) {
            return new Creation(Ids.next(), null);
        }
        return new Creation(StableId.ofRequest(kind, memberId, idempotencyKey), hash(json.writeValueAsBytes(request)));
    }

    /**
     * Like {@link #of}, for what an operator imports from another community: the key is unique within its origin.
     *
     * @throws ProblemException 422 when there is no key
     */
    public Creation ofImport(String origin, @Nullable String idempotencyKey, Object request) {
        if (idempotencyKey == null) {
            throw Problems.invalid(HEADER, "required", "Idempotency-Key is required for what is imported");
        }
        return new Creation(StableId.ofImport(origin, idempotencyKey), hash(json.writeValueAsBytes(request)));
    }

    private static String hash(byte[] body) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
