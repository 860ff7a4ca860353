/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import community.townhall.gateway.PublicAddress;
import community.townhall.kit.security.SecurityProperties;
import community.townhall.kit.security.access.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose tokens the APIs take (RFC 9728): every 401 names this page. */
@RestController
@Tag(name = "Session")
class ResourceMetadataController {

    private final ResourceMetadata metadata;

    ResourceMetadataController(PublicAddress address, SecurityProperties security) {
        String resource = address.url().toString();
        this.metadata = new ResourceMetadata(
                resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource,
                List.of(security.issuer()),
                List.of("header"),
                "Townhall");
    }

    record ResourceMetadata(
            String resource,

            @JsonProperty("authorization_servers") List<String> authorizationServers,

            @JsonProperty("bearer_methods_supported") List<String> bearerMethodsSupported,

            @JsonProperty("resource_name") String resourceName) {}

    @Public
    @GetMapping("/.well-known/oauth-protected-resource")
    @Operation(summary = "Whose access tokens the APIs take")
    ResourceMetadata getResourceMetadata() {
        return metadata;
    }
}
