/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser does, as far as cookies and passkeys go: for objects that only one can make. */
final class Browser {

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    Browser(URI base) {
        this.base = base;
    }

    void signIn(String username, String password) {
        Matcher csrf = CSRF_FIELD.matcher(
                send(request("/oauth2/authorization/townhall").GET()).body());
        if (!csrf.find()) {
            throw new IllegalStateException("No sign-in form");
        }
        String form =
                "username=" + encoded(username) + "&password=" + encoded(password) + "&_csrf=" + encoded(csrf.group(1));
        send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Makes a passkey for whom the client speaks for, as a device makes it that attests nothing. */
    void makePasskey(Client client) {
        JsonNode options = JsonMapper.shared()
                .readTree(send(asked(client, "/identity/account/passkeys/options", Map.of()))
                        .body());
        byte[] id = new byte[16];
        new java.security.SecureRandom().nextBytes(id);
        String clientData = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type",
                        "webauthn.create",
                        "challenge",
                        options.path("challenge").asString(),
                        "origin",
                        base.toString()));
        Map<String, Object> response = Map.of(
                "clientDataJSON",
                base64(clientData.getBytes(StandardCharsets.UTF_8)),
                "attestationObject",
                base64(attestation(options.path("rp").path("id").asString(), id)),
                "transports",
                List.of());
        Map<String, Object> credential = Map.of(
                "id",
                base64(id),
                "rawId",
                base64(id),
                "type",
                "public-key",
                "response",
                response,
                "clientExtensionResults",
                Map.of());
        send(asked(client, "/identity/account/passkeys", Map.of("label", "A device", "credential", credential)));
    }

    /** In CBOR: {@code {fmt: "none", attStmt: {}, authData: …}}, see WebAuthn 6.5. */
    private static byte[] attestation(String relyingParty, byte[] id) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            ECPoint key = ((ECPublicKey) keys.generateKeyPair().getPublic()).getW();
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.writeBytes(MessageDigest.getInstance("SHA-256").digest(relyingParty.getBytes(StandardCharsets.UTF_8)));
            data.write(0x45); // somebody was there, was verified, and a key follows
            data.writeBytes(new byte[4 + 16 + 1]); // no use yet, no kind of device; the id has fewer than 256 bytes
            data.write(id.length);
            data.writeBytes(id);
            data.writeBytes(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32}); // ES256 on P-256
            data.writeBytes(coordinate(key.getAffineX()));
            data.writeBytes(new byte[] {0x22, 0x58, 32});
            data.writeBytes(coordinate(key.getAffineY()));

            ByteArrayOutputStream object = new ByteArrayOutputStream();
            object.write(0xA3);
            text(object, "fmt");
            text(object, "none");
            text(object, "attStmt");
            object.write(0xA0);
            text(object, "authData");
            object.write(0x58);
            object.write(data.size());
            object.writeBytes(data.toByteArray());
            return object.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(ByteArrayOutputStream object, String word) {
        object.write(0x60 + word.length());
        object.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] coordinate(java.math.BigInteger number) {
        byte[] bytes = new byte[32];
        byte[] shortest = number.toByteArray();
        int length = Math.min(32, shortest.length);
        System.arraycopy(shortest, shortest.length - length, bytes, 32 - length, length);
        return bytes;
    }

    private HttpRequest.Builder asked(Client client, String path, Object body) {
        return request(path)
                .header("Authorization", "Bearer " + client.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(response + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
