/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends requests byte by byte: what no well-behaved client sends, too. */
public record RawHttp(int port) {

    private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(20).toMillis());

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");

    /** @param headers by their names in lower case */
    public record Answer(int status, Map<String, String> headers, String body) {

        /** Empty when there is none. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** @param request each sign is a byte */
    public Answer send(String request) {
        return send(request, new byte[0]);
    }

    /** @param head with the empty line that ends it; each sign is a byte */
    public Answer send(String head, byte[] body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            String closing = head.replaceFirst("\r\nHost:", "\r\nConnection: close\r\nHost:");
            try {
                out.write(closing.getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
            } catch (IOException e) {
                // Answered before all was read.
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is answered, be it HTTP or not. */
    public String bytesAfter(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one chunk after another until it is no longer listened to, and reads what was answered. */
    public Answer sendWithoutEnd(String head) {
        byte[] chunk = ("10000\r\n" + "a".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            try {
                OutputStream out = socket.getOutputStream();
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                while (socket.getInputStream().available() == 0) {
                    out.write(chunk);
                    if (System.nanoTime() > end) {
                        throw new IllegalStateException("It is listened to without an end");
                    }
                }
            } catch (IOException closed) {
                // As it should be.
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks and goes away when the first byte of the answer has come. */
    public void askAndGo(String request) {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            if (socket.getInputStream().read() < 0) {
                throw new IOException("There was no answer");
            }
            socket.setSoLinger(true, 0); // closed at once, and what has come is not read
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has the length that it says it has. */
    private static boolean isWhole(StringBuilder answer) {
        int end = answer.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(end < 0 ? "" : answer.substring(0, end + 2));
        return length.find() && answer.length() - end - 4 >= Integer.parseInt(length.group(1));
    }

    private static Answer read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                if (isWhole(text)) {
                    break; // the server may go on to listen to what it has refused
                }
            }
        } catch (IOException e) {
            if (text.isEmpty()) {
                throw e;
            }
        }
        String[] parts = text.toString().split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n");
        Map<String, String> headers = java.util.Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .collect(Collectors.toMap(
                        line -> line[0].toLowerCase(Locale.ROOT), line -> line[1], (one, other) -> one + ", " + other));
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, parts.length < 2 ? "" : parts[1]);
    }
}
