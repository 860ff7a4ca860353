/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import community.townhall.kit.acts.ActsConfiguration;
import community.townhall.kit.mongo.MongoConfiguration;
import community.townhall.kit.openapi.OpenApiConfiguration;
import community.townhall.kit.security.AccessConfiguration;
import community.townhall.kit.security.LeanFiltersConfiguration;
import community.townhall.kit.security.SecurityProperties;
import community.townhall.kit.web.WebConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableConfigurationProperties(SecurityProperties.class)
@Import({
    WebConfiguration.class,
    OpenApiConfiguration.class,
    MongoConfiguration.class,
    AccessConfiguration.class,
    LeanFiltersConfiguration.class,
    ActsConfiguration.class
})
public class GatewayApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
