/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import community.townhall.kit.security.SecurityProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where people reach the community. It is configured and never taken from a request: who sends a request chooses its
 * {@code Host}.
 */
@Component
public final class PublicAddress {

    private final URI url;

    PublicAddress(FrontDoorProperties properties, SecurityProperties security) {
        @Nullable URI configured = properties.publicAddress();
        this.url = configured == null ? URI.create(security.issuer()) : configured;
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
}
