/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import community.townhall.gateway.identity.SignInSource;
import community.townhall.kit.id.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a request to sign in comes from, and the mark by which a browser is known again after one that succeeded. */
@Component
public final class SignInSources {

    private static final String COOKIE = "TOWNHALL_DEVICE";
    private static final String DEVICE = "device";
    private static final String ACCOUNT = "account";
    private static final String SINCE = "since";
    /** As long as browsers keep any cookie (RFC 6265bis). */
    private static final Duration LIFETIME = Duration.ofDays(400);

    private static final int NETWORK_BYTES = 8;

    private final SealedCookies cookies;
    private final Clock clock;

    SignInSources(SealedCookies cookies, Clock clock) {
        this.cookies = cookies;
        this.clock = clock;
    }

    public SignInSource of(HttpServletRequest request) {
        return new SignInSource(
                network(request.getRemoteAddr()), cookies.read(request, COOKIE).flatMap(SignInSources::device));
    }

    /** The browser is known from now on as one that signs in with that account. */
    public void mark(HttpServletRequest request, HttpServletResponse response, String accountId) {
        String device = of(request).device().map(SignInSource.Device::id).orElseGet(Ids::next);
        Map<String, String> fields = Map.of(
                DEVICE, device, ACCOUNT, accountId, SINCE, clock.instant().toString());
        cookies.put(response, COOKIE, fields, LIFETIME);
    }

    private static Optional<SignInSource.Device> device(Map<String, String> fields) {
        try {
            return Optional.of(new SignInSource.Device(
                    fields.getOrDefault(DEVICE, ""),
                    fields.getOrDefault(ACCOUNT, ""),
                    Instant.parse(fields.getOrDefault(SINCE, ""))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** An IPv6 household chooses its last 64 bits as it likes. */
    static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
