/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What no driver sends is refused or ends its own connection, and nobody else's. */
class HostileMessagesTest {

    private static final int OP_MSG = 2013;
    private static final int OP_QUERY = 2004;
    private static final int PATIENCE_MILLIS = 2_000;

    private static String uri = "";
    private static @Nullable MongoClient client;

    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

    @BeforeAll
    static void start() {
        LOGGED.list = new CopyOnWriteArrayList<>(); // the server writes to it while the test reads
        LOGGED.start();
        ((Logger) LoggerFactory.getLogger(MongoExceptionHandler.class)).addAppender(LOGGED);
        uri = EmbeddedMongo.startScratch();
        client = MongoClients.create(uri);
        things().insertOne(new Document("_id", 1));
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(client).close();
    }

    private static MongoCollection<Document> things() {
        return Objects.requireNonNull(client).getDatabase("test").getCollection("things");
    }

    static Stream<Arguments> messages() {
        byte[] ping = command("0170696e67000000000000000000f03f"); // {ping: 1.0}, and no end
        return Stream.of(
                Arguments.of("a length below that of the header", header(3, OP_MSG)),
                Arguments.of("a length below zero", header(-1, OP_MSG)),
                Arguments.of("a length beyond what a message may have", header(Integer.MAX_VALUE, OP_MSG)),
                Arguments.of("an unknown kind of message", header(16, 77)),
                Arguments.of(
                        "a command of another protocol", "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("a message without a section", message(OP_MSG, new byte[4])),
                Arguments.of(
                        "an unknown section", message(OP_MSG, HexFormat.of().parseHex("0000000009"))),
                Arguments.of("a document without an end", ping),
                Arguments.of("a document longer than its message", document(Integer.MAX_VALUE)),
                Arguments.of("a document shorter than nothing", document(2)),
                Arguments.of("a document of a length below zero", document(-5)),
                Arguments.of("a text longer than its document", command("026100ffffff7f")),
                Arguments.of("a text of a length below zero", command("026100ffffffff00")),
                Arguments.of("a binary longer than its document", command("056100ffffff7f00")),
                Arguments.of("an unknown type of value", command("7f610000")),
                Arguments.of("a name without an end", command("0161616161")),
                Arguments.of("a text that is no UTF-8", command("02610002000000ff0000")),
                Arguments.of("a command that is no document", command("")),
                Arguments.of("documents in documents in documents", command(deep(100_000))),
                Arguments.of("a query of old without its parts", message(OP_QUERY, new byte[3])),
                Arguments.of(
                        "a query of old of no name",
                        message(OP_QUERY, "\0\0\0\0aaaa".getBytes(StandardCharsets.US_ASCII))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void endsItsOwnConnectionAtMost(String name, byte[] message) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(message);
            socket.getOutputStream().flush();
            socket.setSoTimeout(PATIENCE_MILLIS / 10);
            try {
                assertThat(socket.getInputStream().readNBytes(16).length)
                        .as("an answer or the end")
                        .isBetween(0, 16);
            } catch (SocketTimeoutException e) {
                // It waits for the rest, as one may who has been told of a longer message.
            }
            assertThat(things().countDocuments()).as("others are answered").isEqualTo(1);
        }
        assertThat(LOGGED.list)
                .as("what would end a process")
                .noneMatch(event -> event.getThrowableProxy() instanceof ThrowableProxy thrown
                        && causes(thrown.getThrowable()).anyMatch(Error.class::isInstance));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }

    private static String deep(int levels) {
        StringBuilder hex = new StringBuilder();
        for (int level = 0; level < levels; level++) {
            String length = HexFormat.of().toHexDigits(Integer.reverseBytes(7 * (levels - level) - 2));
            hex.append("0300").append(length);
        }
        return hex.append("00".repeat(levels + 1)).toString();
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), URI.create(uri).getPort());
    }

    private static byte[] header(int length, int kind) {
        return little(16).putInt(length).putInt(1).putInt(0).putInt(kind).array();
    }

    private static byte[] message(int kind, byte[] body) {
        return little(16 + body.length)
                .putInt(16 + body.length)
                .putInt(1)
                .putInt(0)
                .putInt(kind)
                .put(body)
                .array();
    }

    /** An empty document that claims that length. */
    private static byte[] document(int length) {
        return message(
                OP_MSG,
                little(10).putInt(0).put((byte) 0).putInt(length).put((byte) 0).array());
    }

    /** A document of that content, of the right length. */
    private static byte[] command(String hex) {
        byte[] content = HexFormat.of().parseHex(hex);
        int length = 4 + content.length;
        return message(
                OP_MSG,
                little(5 + length)
                        .putInt(0)
                        .put((byte) 0)
                        .putInt(length)
                        .put(content)
                        .array());
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
