/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import com.mongodb.WriteConcern;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.DbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** How the services use MongoDB. */
@Configuration(proxyBeanMethods = false)
public class MongoConfiguration {

    private static final long FAIL_AFTER_SECONDS = 3;

    /** What MongoDB keeps of an instant: milliseconds. Finer ones would change by being stored. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    /** An accepted write is on a majority of the replica set; an absent server is a quick 503, not a long wait. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableAndPrompt() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(FAIL_AFTER_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout((int) FAIL_AFTER_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(10, TimeUnit.SECONDS));
    }

    @Bean
    MongoClientSettingsBuilderCustomizer countingWhatIsWritten(MeterRegistry meters) {
        return settings -> settings.addCommandListener(new WrittenDocuments(meters));
    }

    /** Class names are an accident of today's code; documents do not carry them. */
    @Bean
    MappingMongoConverter mappingMongoConverter(
            MongoDatabaseFactory factory, MongoMappingContext context, MongoCustomConversions conversions) {
        DbRefResolver references = new DefaultDbRefResolver(factory);
        MappingMongoConverter converter = new MappingMongoConverter(references, context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.setMapKeyDotReplacement("\uFF0E");
        return converter;
    }

    @Bean
    Migrations migrations(MongoOperations mongo, Facts facts, Clock clock) {
        return new Migrations(mongo, facts, clock);
    }

    @Bean
    Views views(MongoOperations mongo, MeterRegistry meters) {
        return new Views(mongo, meters);
    }

    @Bean
    Facts facts(MongoOperations mongo, MeterRegistry meters) {
        return new Facts(mongo, meters);
    }
}
