/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole running service, on embedded Kafka and Mongo, with access tokens of {@link TestTokens}. Classes
 * of one configuration share a service. Of several, Spring pauses all but the one under test, consumers and relay
 * included, so that no two share a consumer group. Where there is a real MongoDB, it runs there too, for its tag.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = EmbeddedServers.class)
@Import(TestTokens.Configuration.class)
@ExtendWith(IndexedQueries.class)
public @interface ServiceTest {}
