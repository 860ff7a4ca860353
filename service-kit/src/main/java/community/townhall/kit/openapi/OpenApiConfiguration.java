/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.openapi;

import community.townhall.kit.security.Caller;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** Makes every endpoint's document true by default: nothing of it has to be said at the endpoint. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new ObjectSchema());
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        SseEmitter.class,
                        new ObjectSchema()
                                .addProperty("id", new StringSchema())
                                .addProperty("event", new StringSchema())
                                .addProperty("data", new StringSchema())
                                .description("One event of the stream"));
        SpringDocUtils.getConfig().replaceWithSchema(byte[].class, new StringSchema()); // none is sent as base64
    }

    @Bean
    GlobalOpenApiCustomizer documentOfAService(@Value("${spring.application.name}") String name) {
        return new ServiceDocument(name);
    }

    @Bean
    GlobalOperationCustomizer documentOfAnOperation() {
        return new OperationDocument();
    }

    @Bean
    PropertyCustomizer documentOfAProperty() {
        return new PropertyDocument();
    }
}
