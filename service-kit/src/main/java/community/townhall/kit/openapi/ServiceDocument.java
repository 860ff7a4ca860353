/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** What all operations of a document share: how callers show who they are, and what a refusal looks like. */
final class ServiceDocument implements GlobalOpenApiCustomizer {

    static final String BEARER = "bearer";

    private final String name;

    /** @param name what this is the API of */
    ServiceDocument(String name) {
        this.name = name;
    }

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        document.setInfo(new Info().title("Townhall " + name).version("1"));
        document.setServers(List.of(new Server().url("/"))); // where the document comes from, whatever it is called
        Components components = document.getComponents();
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of the community's issuer, see `./townhall token`"));
        Refusals.addTo(components);
        RequestBodies bodies = new RequestBodies(components);
        operations(document)
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .forEach(bodies::complete);
        components.getSchemas().values().forEach(ServiceDocument::anchor);
        operations(document).flatMap(ServiceDocument::parameterSchemas).forEach(ServiceDocument::anchor);
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream);
    }

    private static Stream<Schema<?>> parameterSchemas(Operation operation) {
        return operation.getParameters() == null
                ? Stream.of()
                : operation.getParameters().stream()
                        .<Schema<?>>map(parameter -> parameter.getSchema())
                        .filter(Objects::nonNull);
    }

    /** A rule of ours is for the whole text; JSON Schema looks for a pattern anywhere in it. */
    private static void anchor(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        String pattern = schema.getPattern();
        if (pattern != null) {
            schema.setPattern(pattern.startsWith("^") ? pattern : "^(?:" + pattern + ")$");
        }
        anchor(schema.getItems());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(ServiceDocument::anchor);
        }
    }
}
