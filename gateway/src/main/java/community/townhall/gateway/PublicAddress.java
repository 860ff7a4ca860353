/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import community.townhall.kit.security.SecurityProperties;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where people reach the community, and by what other names the gateway may be called. */
@Component
public final class PublicAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI url;
    private final Set<String> names = new HashSet<>();
    private final boolean known;

    PublicAddress(SecurityProperties security, IdentityProperties identity) {
        @Nullable URI configured = security.publicAddress();
        this.url = configured == null ? URI.create(security.issuer()) : configured;
        this.known = configured != null || identity.isBuiltIn();
        add(url);
        add(URI.create(security.jwkSetUri())); // by which services in our network call us
        if (LOOPBACK.stream().anyMatch(names::contains)) {
            names.addAll(LOOPBACK);
        }
    }

    private void add(URI address) {
        if (address.getHost() != null) {
            names.add(address.getHost().toLowerCase(Locale.ROOT));
        }
    }

    /** Without a path. */
    public URI url() {
        return url.resolve("/");
    }

    /** Whether browsers come over TLS, so that cookies may travel over nothing else. */
    public boolean isSecure() {
        return "https".equals(url.getScheme());
    }

    /** A cookie's name: over TLS with the prefix by which browsers hold it to this host, to TLS and to all paths. */
    public String cookie(String name) {
        return isSecure() ? "__Host-" + name : name;
    }

    /**
     * Whether a request that calls us this means us. With an issuer of somebody else's and no public address configured
     * we do not know our name.
     *
     * @param host the {@code Host} header
     */
    public boolean isOurs(String host) {
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return !known || names.contains(name.toLowerCase(Locale.ROOT));
    }
}
