/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What a browser keeps for the gateway for a short while, encrypted and authenticated with a key that all gateways share:
 * what precedes a sign-in costs the gateway nothing to remember, and any gateway can go on with it.
 */
public final class SealedCookies {

    private static final String EXPIRY = "exp";
    private static final String PURPOSE = "for";

    private final Supplier<byte[]> key;
    private final PublicAddress address;
    private final Clock clock;

    /** @param key of 32 bytes, the same at all gateways */
    public SealedCookies(Supplier<byte[]> key, PublicAddress address, Clock clock) {
        this.key = key;
        this.address = address;
        this.clock = clock;
    }

    /** Gives the browser these fields to keep under this name for that long. */
    public void put(HttpServletResponse response, String name, Map<String, String> fields, Duration lifetime) {
        Map<String, Object> content = new TreeMap<>(fields);
        content.put(PURPOSE, name);
        content.put(EXPIRY, clock.instant().plus(lifetime).getEpochSecond());
        JWEObject sealed =
                new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(content));
        try {
            sealed.encrypt(new DirectEncrypter(key.get()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        set(response, name, sealed.serialize(), lifetime);
    }

    /** What the browser kept; empty when it has none, or one that is too old, for something else or not ours. */
    public Optional<Map<String, String>> read(HttpServletRequest request, String name) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, address.cookie(name));
        if (cookie == null) {
            return Optional.empty();
        }
        Map<String, Object> content;
        try {
            JWEObject sealed = JWEObject.parse(cookie.getValue());
            sealed.decrypt(new DirectDecrypter(key.get()));
            content = sealed.getPayload().toJSONObject();
        } catch (ParseException | JOSEException | IllegalStateException notOurs) {
            return Optional.empty();
        }
        boolean good = content != null
                && name.equals(content.get(PURPOSE))
                && content.get(EXPIRY) instanceof Number expiry
                && clock.instant().getEpochSecond() < expiry.longValue();
        return good ? Optional.of(fields(content)) : Optional.empty();
    }

    /** Makes the browser forget it. */
    public void remove(HttpServletResponse response, String name) {
        set(response, name, "", Duration.ZERO);
    }

    private void set(HttpServletResponse response, String name, String value, Duration lifetime) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(address.cookie(name), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(address.isSecure())
                        .sameSite("Lax")
                        .maxAge(lifetime)
                        .build()
                        .toString());
    }

    private static Map<String, String> fields(Map<String, Object> content) {
        return content.entrySet().stream()
                .filter(field ->
                        !field.getKey().equals(EXPIRY) && !field.getKey().equals(PURPOSE))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> String.valueOf(field.getValue())));
    }
}
