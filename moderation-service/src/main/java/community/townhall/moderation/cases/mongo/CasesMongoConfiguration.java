/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.mongo;

import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.moderation.cases.Cases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

@Configuration(proxyBeanMethods = false)
class CasesMongoConfiguration {

    @Bean
    Cases cases(AggregatesFactory aggregates, MongoOperations mongo) {
        return new MongoCases(
                aggregates.of(CaseDocument.class, (event, version) -> {
                    throw new IllegalStateException("Cases send no events");
                }),
                mongo);
    }
}
