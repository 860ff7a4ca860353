/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.community.member.mongo;

import community.townhall.community.member.KnownMembers;
import community.townhall.kit.ServiceKitAutoConfiguration;
import community.townhall.kit.mongo.Facts;
import community.townhall.kit.mongo.Migrations;
import community.townhall.kit.mongo.Views;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

@AutoConfiguration(after = ServiceKitAutoConfiguration.class)
@ConditionalOnProperty("townhall.service")
class MembersMongo {

    @Bean
    KnownMembers members(MongoOperations mongo, Views views, Facts facts, Migrations migrations) {
        return new MongoKnownMembers(mongo, views, facts, migrations);
    }
}
