/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A process for tests. {@code PORT JOURNAL NAME} listens and writes into the journal when it starts and when it is asked
 * to end; {@code fail} ends at once; {@code stubborn} does not end when asked.
 */
final class FakeServer {

    private FakeServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "fail" -> {
                System.err.println("told to fail");
                System.exit(3);
            }
            case "stubborn" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(FakeServer::waitForEver));
                serve(Integer.parseInt(arguments[1]));
            }
            default -> {
                Path journal = Path.of(arguments[1]);
                String name = arguments[2];
                write(journal, name + " started");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> write(journal, name + " ended")));
                serve(Integer.parseInt(arguments[0]));
            }
        }
    }

    private static void serve(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            while (!socket.isClosed()) {
                socket.accept().close();
            }
        }
    }

    private static void waitForEver() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Path journal, String line) {
        try {
            Files.writeString(journal, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
