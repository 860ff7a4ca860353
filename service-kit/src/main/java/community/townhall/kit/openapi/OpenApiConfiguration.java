/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.openapi;

import community.townhall.kit.security.Caller;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes every endpoint's document true by default: nothing of it has to be said at the endpoint. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    GlobalOpenApiCustomizer documentOfAService() {
        return new ServiceDocument();
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
