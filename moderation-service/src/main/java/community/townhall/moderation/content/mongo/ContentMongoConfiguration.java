/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content.mongo;

import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.moderation.content.ContentEvent;
import community.townhall.moderation.content.Contents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

@Configuration(proxyBeanMethods = false)
class ContentMongoConfiguration {

    @Bean
    Contents contents(AggregatesFactory aggregates, EventMapper<ContentEvent> mapper, MongoOperations mongo) {
        return new MongoContents(aggregates.of(ContentDocument.class, mapper), mongo);
    }
}
