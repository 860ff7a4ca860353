/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the embedded Mongo server until it is told to stop.
 *
 * <p>Options, each also as a system property {@code townhall.mongo.<option>}: {@code --port} (default 27017), {@code --data}
 * a folder (default {@code data}), {@code --cache-mb} (default 16). It ends with 0 when stopped, 2 for wrong
 * options, {@value #IN_USE} when the data is in use, {@value #DAMAGED} when it is damaged, {@value #UNREADABLE} when it
 * cannot be read or written, {@value #PORT_TAKEN} when the port is taken, {@value #BROKEN} when the data file can no longer
 * be written; a new start then finds all that was answered.
 */
public final class MongoMain {

    static final int USAGE = 2;
    static final int IN_USE = 3;
    static final int DAMAGED = 4;
    static final int UNREADABLE = 5;
    static final int PORT_TAKEN = 6;
    static final int BROKEN = 7;

    private MongoMain() {}

    /** @param arguments see the class */
    public static void main(String[] arguments) {
        System.setProperty("org.slf4j.simpleLogger.log.de.bwaldvogel", "warn");
        // Messages are small and short-lived: buffers on the heap, none kept outside of it.
        System.setProperty("io.netty.noPreferDirect", "true");
        System.setProperty("io.netty.allocator.type", "unpooled");
        System.setProperty("jdk.nio.maxCachedBufferSize", "65536");
        Map<String, String> options = options(arguments);
        int port = number(options, "port", "27017");
        int cacheMegabytes = number(options, "cache-mb", "16");
        Path folder = Path.of(option(options, "data", "data"));
        try {
            unpackHere(folder);
            EmbeddedMongo mongo = EmbeddedMongo.start(port, folder, cacheMegabytes, failure -> {
                System.err.println(failure.getMessage());
                Runtime.getRuntime().halt(exitCode(failure));
            });
            Runtime.getRuntime().addShutdownHook(new Thread(mongo::close, "mongo-stop"));
            System.out.println("Mongo server ready at " + mongo.uri() + ", data in " + folder);
        } catch (StoreException e) {
            end(e.getMessage(), exitCode(e));
        } catch (RuntimeException e) {
            if (!isBindFailure(e)) {
                throw e;
            }
            end("Port " + port + " is taken", PORT_TAKEN);
        }
    }

    private static int exitCode(StoreException failure) {
        return switch (failure.reason()) {
            case IN_USE -> IN_USE;
            case DAMAGED -> DAMAGED;
            case UNREADABLE -> UNREADABLE;
            case BROKEN -> BROKEN;
        };
    }

    /** SQLite's library is unpacked beside the data: a killed process leaves it, and the next one takes it away. */
    private static void unpackHere(Path folder) throws StoreException {
        try {
            Path library = Files.createDirectories(folder.resolve("native"));
            try (Stream<Path> left = Files.list(library)) {
                for (Path file : left.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            System.setProperty("org.sqlite.tmpdir", library.toString());
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Reason.UNREADABLE, folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Netty throws the checked exception of a failed bind as it is. */
    private static boolean isBindFailure(Throwable failure) {
        return failure instanceof BindException || failure.getCause() instanceof BindException;
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                end("Usage: [--port N] [--data FOLDER] [--cache-mb N]", USAGE);
            }
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return options;
    }

    private static String option(Map<String, String> options, String name, String otherwise) {
        String given = options.get(name);
        return given != null ? given : System.getProperty("townhall.mongo." + name, otherwise);
    }

    private static int number(Map<String, String> options, String name, String otherwise) {
        String given = option(options, name, otherwise);
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException e) {
            end("--" + name + " is a number, not " + given, USAGE);
            return 0;
        }
    }

    private static void end(@Nullable String message, int code) {
        System.err.println(message);
        System.exit(code);
    }
}
