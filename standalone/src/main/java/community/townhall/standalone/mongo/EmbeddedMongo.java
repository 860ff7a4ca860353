/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A running server on the loopback address. */
final class EmbeddedMongo implements AutoCloseable {

    private static final int WORKERS = 32;

    private final MongoServer server;
    private boolean closed;

    private EmbeddedMongo(MongoServer server) {
        this.server = server;
    }

    /**
     * @param port zero for any that is free
     * @param data the file, made when it is not there
     * @param cacheMegabytes how much of the file is kept in memory
     * @param whenBroken told that the file can no longer be written; only a new start helps
     */
    static EmbeddedMongo start(int port, Path data, int cacheMegabytes, Runnable whenBroken) throws StoreException {
        MongoServer server = new MongoServer(new StoredBackend(Store.open(data, cacheMegabytes, whenBroken)));
        // A worker waits for the file on behalf of its connections, so there are more of them than cores.
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, WORKERS);
        return new EmbeddedMongo(server);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }

    /** Answers nobody any more, and leaves all data in the file. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            server.shutdownNow();
        }
    }
}
