/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.test;

import community.townhall.embeddedmongo.EmbeddedMongo;
import org.jspecify.annotations.Nullable;

/**
 * The one Mongo server of a JVM's tests, started when first asked for and gone with the JVM: the one that
 * {@code TOWNHALL_TEST_MONGODB_URI} names, a real {@code mongod} where the system property {@code townhall.test.mongod}
 * names one, and otherwise the embedded server, as it is shipped.
 */
public final class TestMongo {

    private static final class Server {
        static final String URI = start();

        private static String start() {
            String given = System.getenv("TOWNHALL_TEST_MONGODB_URI");
            String mongod = mongod();
            if (given != null) {
                return given;
            }
            return mongod != null ? Mongod.start(mongod) : EmbeddedMongo.startScratch();
        }
    }

    private TestMongo() {}

    /** A connection string without a database. */
    public static String uri() {
        return Server.URI;
    }

    /** The executable of the real server that these tests run on; null when they run on another one. */
    public static @Nullable String mongod() {
        return System.getProperty("townhall.test.mongod");
    }
}
