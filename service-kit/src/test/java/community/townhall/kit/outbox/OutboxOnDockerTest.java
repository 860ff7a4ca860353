/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same on MongoDB itself, where a Docker engine is at hand. */
@Testcontainers(disabledWithoutDocker = true)
class OutboxOnDockerTest extends OutboxTest {

    @Container
    private static final MongoDBContainer MONGODB = new MongoDBContainer("mongo:8.0");

    @Override
    String mongoUri() {
        return MONGODB.getConnectionString();
    }
}
