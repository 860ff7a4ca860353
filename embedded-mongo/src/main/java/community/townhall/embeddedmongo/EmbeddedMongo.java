/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A running server on the loopback address. */
public final class EmbeddedMongo implements AutoCloseable {

    static final String FILE = "townhall.db";
    static final String LEGACY_FILE = "townhall.mv";

    private static final int WORKERS = 32;
    private static final int SCRATCH_CACHE_MEGABYTES = 32;

    private final WireServer server;
    private boolean closed;

    private EmbeddedMongo(WireServer server) {
        this.server = server;
    }

    /**
     * Starts a server on the data in a folder.
     *
     * @param port zero for any that is free
     * @param folder where the data is, made when it is not there
     * @param cacheMegabytes how much of the data is kept in memory
     * @param whenBroken told that the data can no longer be written or is not what was written; only a new start helps
     */
    public static EmbeddedMongo start(int port, Path folder, int cacheMegabytes, Consumer<StoreException> whenBroken)
            throws StoreException {
        Path data = folder.resolve(FILE);
        Migration.run(folder.resolve(LEGACY_FILE), data);
        return serve(port, Store.open(data, cacheMegabytes, true, whenBroken));
    }

    /** As {@link #start}, on data that need not outlive a power cut. */
    static EmbeddedMongo startUnforced(Path folder, Consumer<StoreException> whenBroken) throws StoreException {
        return serve(0, Store.open(folder.resolve(FILE), SCRATCH_CACHE_MEGABYTES, false, whenBroken));
    }

    private static EmbeddedMongo serve(int port, Store store) {
        // A worker waits for the disk on behalf of its connections, so there are more of them than cores.
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        return new EmbeddedMongo(new WireServer(new StoredBackend(store), address, WORKERS));
    }

    /**
     * Starts a server for the tests of this JVM, on any free port and on a folder of its own; both go with the JVM.
     *
     * @return a connection string without a database
     */
    public static String startScratch() {
        try {
            Path folder = Files.createTempDirectory("embedded-mongo");
            EmbeddedMongo server = startUnforced(folder, failure -> {
                throw new IllegalStateException(failure);
            });
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                delete(folder);
            }));
            return server.uri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection string without a database. */
    public String uri() {
        return "mongodb://127.0.0.1:" + server.port();
    }

    /** Answers nobody any more, and leaves all data in the file. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            server.close();
        }
    }
}
