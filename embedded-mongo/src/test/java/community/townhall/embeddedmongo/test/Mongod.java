/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.test;

import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** A real MongoDB server for the tests of this JVM: a replica set of one, gone with the JVM. */
public final class Mongod {

    private static final String SET = "tests";

    private Mongod() {}

    /** Starts the program and answers with a connection string without a database. */
    public static String start(String executable) {
        try {
            int port = freePort();
            Path data = Files.createTempDirectory("mongod");
            Process process = new ProcessBuilder(
                            executable,
                            "--dbpath",
                            data.toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind_ip",
                            "127.0.0.1",
                            "--replSet",
                            SET)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("mongod.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            String uri = "mongodb://127.0.0.1:" + port + "/?directConnection=true";
            becomePrimary(uri, "127.0.0.1:" + port);
            return uri;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void becomePrimary(String uri, String host) {
        try (MongoClient client = MongoClients.create(uri)) {
            Document members =
                    new Document("_id", SET).append("members", List.of(new Document("_id", 0).append("host", host)));
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptionsInstanceOf(MongoException.class)
                    .until(() -> {
                        Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
                        if (hello.getString("setName") == null) {
                            client.getDatabase("admin").runCommand(new Document("replSetInitiate", members));
                        }
                        return hello.getBoolean("isWritablePrimary", false);
                    });
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
