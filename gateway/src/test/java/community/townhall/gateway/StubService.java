/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import community.townhall.kit.web.SharedCaching;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands for all services: remembers what it was sent, and can be slow, broken or talkative. */
final class StubService {

    /** What arrived here; header names are lower case. */
    record Received(String method, String path, Map<String, String> headers, String body) {}

    final List<Received> received = new CopyOnWriteArrayList<>();
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    /** How many streams are open. */
    final AtomicInteger streams = new AtomicInteger();

    final CountDownLatch slowMayEnd = new CountDownLatch(1);
    final Semaphore heldMayGo = new Semaphore(0);

    private final HttpServer server;

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void stop() {
        slowMayEnd.countDown();
        server.stop(0);
    }

    Received last() {
        return received.getLast();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        received.add(new Received(
                exchange.getRequestMethod(),
                path,
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(
                                header -> header.getKey().toLowerCase(Locale.ROOT),
                                header -> String.join(",", header.getValue()))),
                new String(body, StandardCharsets.UTF_8)));
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.contains("/shared/")) {
            answerShared(exchange);
            return;
        }
        switch (last) {
            case "stream" -> stream(exchange);
            case "slow" -> {
                await(slowMayEnd);
                answer(exchange, 200, "late");
            }
            case "held" -> {
                heldMayGo.acquireUninterruptibly();
                answer(exchange, 200, "released");
            }
            case "hang-up" -> exchange.close();
            case "break-off" -> breakOff(exchange, 200);
            case "break-off-late" -> breakOff(exchange, 200_000);
            case "503" -> answer(exchange, 503, "{}");
            case "404" -> answer(exchange, 404, "{\"title\":\"Not found\"}");
            default -> answer(exchange, 200, "{\"path\":\"%s\"}".formatted(path));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            boolean unused = latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Frame-Options", "SAMEORIGIN");
        exchange.getResponseHeaders().set("Set-Cookie", "service=1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** What the gateway may keep as its query says: {@code ?max-age=9&except=a,b&status=200&length=10}. */
    private void answerShared(HttpExchange exchange) throws IOException {
        Map<String, String> query = Stream.ofNullable(exchange.getRequestURI().getQuery())
                .flatMap(given -> Stream.of(given.split("&")))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        Headers headers = exchange.getResponseHeaders();
        headers.set(SharedCaching.CONTROL, "max-age=" + query.getOrDefault("max-age", "30"));
        if (query.containsKey("except")) {
            headers.set(SharedCaching.EXCEPT, String.valueOf(query.get("except")));
        }
        headers.set("ETag", "\"" + received.size() + "\"");
        answer(
                exchange,
                Integer.parseInt(query.getOrDefault("status", "200")),
                "answer %d %s"
                        .formatted(received.size(), "x".repeat(Integer.parseInt(query.getOrDefault("length", "0")))));
    }

    /** Dies within its answer, of which the end is told by its last chunk. */
    private static void breakOff(HttpExchange exchange, int afterBytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(201, 0);
        exchange.getResponseBody().write(" ".repeat(afterBytes).getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        throw new IOException("killed");
    }

    /** Each event leaves when the test gives it. */
    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        streams.incrementAndGet();
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(": open\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (true) {
                String event = events.take();
                if (event.equals("end")) {
                    return;
                }
                out.write("data: %s\n\n".formatted(event).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            streams.decrementAndGet();
        }
    }
}
