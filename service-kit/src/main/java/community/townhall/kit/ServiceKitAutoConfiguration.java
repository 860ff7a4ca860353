/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit;

import community.townhall.kit.acts.ActsConfiguration;
import community.townhall.kit.batch.BatchConfiguration;
import community.townhall.kit.jobs.JobsConfiguration;
import community.townhall.kit.messaging.MessagingConfiguration;
import community.townhall.kit.mongo.MongoConfiguration;
import community.townhall.kit.openapi.OpenApiConfiguration;
import community.townhall.kit.operations.OperationsConfiguration;
import community.townhall.kit.outbox.OutboxConfiguration;
import community.townhall.kit.security.SecurityConfiguration;
import community.townhall.kit.web.DoorConfiguration;
import community.townhall.kit.web.WebConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Import;

/**
 * Everything the kit gives a service, ahead of Spring Boot's defaults. A service is what has a {@code townhall.service},
 * the name of its APIs; the gateway has none and imports the parts that it needs.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@ConditionalOnProperty("townhall.service")
@Import({
    MongoConfiguration.class,
    MessagingConfiguration.class,
    OutboxConfiguration.class,
    WebConfiguration.class,
    DoorConfiguration.class,
    SecurityConfiguration.class,
    OpenApiConfiguration.class,
    OperationsConfiguration.class,
    BatchConfiguration.class,
    JobsConfiguration.class,
    ActsConfiguration.class
})
public class ServiceKitAutoConfiguration {}
