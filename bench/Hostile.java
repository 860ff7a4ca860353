/* SPDX-License-Identifier: Apache-2.0 */
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Members post at a steady rate while one visitor sends what was made to stop them: texts that cost more than they say,
 * bodies that never end, sign-ins that are only begun. Prints for each what was answered and how soon, and how long the
 * members' posts took to be published meanwhile. Ends with 1, saying why, when a figure is missing or a bound was passed.
 */
public final class Hostile {

    private static final Path HOME = Path.of(System.getProperty("townhall.home"));
    /** So many that none of them posts more often than moderation lets a member. */
    private static final int MEMBERS = 400;

    /** Seconds within which a member's post is published, whatever a visitor does. */
    private static final double BOUND = 1;

    /** Of warming up, which ends after five minutes whatever it came to. */
    private static final int ROUND_SECONDS = 15;

    private static final int MOST_ROUNDS = 20;

    /** As many as can come from the processors that also have to answer them. */
    private static final int SIGN_INS_A_SECOND = 500;

    private static final InetAddress OWN_ADDRESS = ownAddress();

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");
    private static final Pattern CLOSE = Pattern.compile("(?i)\nconnection: *close");
    private static final Pattern PIDS = Pattern.compile("\"name\":\"(\\w+)\"[^}]*?\"pid\":(\\d+)");

    private final HttpClient http = client().build();

    /** The visitor's, from an address of his own where this machine has one: what is counted by address is not the members'. */
    private final HttpClient visitor = client().localAddress(OWN_ADDRESS).build();

    private final Path data;
    private final String url;
    private final String secret;
    private final ConcurrentLinkedQueue<Double> publishedAfter = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListMap<Integer, Integer> refused = new ConcurrentSkipListMap<>();
    private final AtomicInteger neverPublished = new AtomicInteger();
    private final List<String> failures = new ArrayList<>();
    private volatile boolean over;

    private Hostile(Path data) throws Exception {
        this.data = data;
        Properties secrets = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(file);
        }
        this.secret = secrets.getProperty("scriptSecret");
        Matcher address = Pattern.compile("\"url\":\"([^\"]+)\"").matcher(status().replaceAll("\\s*:\\s*", ":"));
        this.url = address.find() ? address.group(1) : "http://localhost:8080";
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
    }

    /** Linux has all of 127.0.0.0/8. */
    private static InetAddress ownAddress() {
        InetAddress own = InetAddress.ofLiteral("127.0.0.2");
        try (ServerSocket bound = new ServerSocket(0, 1, own)) {
            return own;
        } catch (IOException missing) {
            return InetAddress.ofLiteral("127.0.0.1");
        }
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>(Map.of("--data", ".townhall", "--rate", "50", "--times", "10"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        Hostile hostile = new Hostile(Path.of(options.get("--data")).toAbsolutePath());
        hostile.run(Integer.parseInt(options.get("--rate")), Integer.parseInt(options.get("--times")));
        hostile.failures.forEach(failure -> System.out.println("FAILED: " + failure));
        System.exit(hostile.failures.isEmpty() ? 0 : 1);
    }

    private void run(int rate, int times) throws Exception {
        Map<String, String> before = processes();
        put("/api/content/topics/hostile", token("operator", null), "{\"name\":\"Hostile\"}");
        List<String> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(token("member", "member-" + i));
        }
        Thread crowd = Thread.ofPlatform().daemon().start(() -> crowd(members, rate));
        warmUp();
        TimeUnit.SECONDS.sleep(20);
        report("quiet");
        int attackers = 0;
        for (Map.Entry<String, String> text : texts().entrySet()) {
            TreeMap<Integer, Integer> answers = new TreeMap<>();
            double longest = 0;
            String attacker = token("member", "attacker-" + ++attackers);
            for (int i = 0; i < times; i++) {
                long at = System.nanoTime();
                HttpResponse<String> answer = send(visitor, newPost(attacker, body(text.getValue())));
                answers.merge(answer.statusCode(), 1, Integer::sum);
                longest = Math.max(longest, (System.nanoTime() - at) / 1e9);
            }
            System.out.printf("%-34s %s, longest %.2f s;  ", text.getKey(), answers, longest);
            TimeUnit.SECONDS.sleep(2);
            report(text.getKey(), "");
        }
        List<Socket> slow = slowBodies(45);
        TimeUnit.SECONDS.sleep(10);
        report("45 bodies that never end");
        for (Socket socket : slow) {
            socket.close();
        }
        int begun = signInsOnlyBegun(5000);
        report(begun + " sign-ins only begun");
        TimeUnit.SECONDS.sleep(10);
        over = true;
        crowd.join();
        report("afterwards");
        System.out.printf("members' posts refused, by status: %s; not published within 30 s: %d%n", refused, neverPublished.get());
        Map<String, String> after = processes();
        require(refused.isEmpty(), "members' posts were refused: " + refused);
        require(neverPublished.get() == 0, neverPublished + " posts were not published within 30 s");
        require(!before.isEmpty(), "./townhall status names no process of " + data);
        require(after.equals(before), "a process was started anew: " + before + " -> " + after);
    }

    /** A suite that has just started is not yet at its pace: until none took over a second for two rounds in a row. */
    private void warmUp() throws InterruptedException {
        long start = System.nanoTime();
        double longest = 0;
        int calm = 0;
        for (int round = 0; round < MOST_ROUNDS && calm < 2; round++) {
            TimeUnit.SECONDS.sleep(ROUND_SECONDS);
            List<Double> seconds = seen();
            double slowest = seconds.isEmpty() ? Double.POSITIVE_INFINITY : seconds.getLast();
            calm = slowest <= BOUND ? calm + 1 : 0;
            longest = Math.max(longest, slowest);
        }
        System.out.printf(
                "warming up: %d s, published after %.2f s at the longest, refused, by status: %s%n",
                (System.nanoTime() - start) / 1_000_000_000L, longest, refused);
        refused.clear();
        require(calm == 2, "warming up: posts still took over %.0f s to be published".formatted(BOUND));
    }

    /** How long the posts took that were seen published since this was asked last, the longest last. */
    private List<Double> seen() {
        List<Double> seconds = new ArrayList<>();
        for (Double each = publishedAfter.poll(); each != null; each = publishedAfter.poll()) {
            seconds.add(each);
        }
        Collections.sort(seconds);
        return seconds;
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a table filled up to a million", "|a".repeat(1000) + "\n" + "|-".repeat(1000) + "\n" + "a|\n".repeat(1000));
        texts.put("a table of 300 by 300", "|a".repeat(300) + "\n" + "|-".repeat(300) + "\n" + "a|\n".repeat(300));
        texts.put("4,000 quotes deep", "> ".repeat(4000) + "hi");
        texts.put("1,000 lists deep", "1. ".repeat(1000) + "a");
        texts.put("20,000 stars", "*".repeat(20000) + "a" + "*".repeat(20000));
        texts.put("60,000 Chinese letters", "中".repeat(59000));
        texts.put("59,000 of a listed word's letter", "傻".repeat(59000));
        texts.put("59,000 combining marks", "\u0301".repeat(59000));
        texts.put("59,000 <", "<".repeat(59000));
        texts.put("20,000 a<?", "a<?".repeat(19000));
        texts.put("12,000 x<!--", "x<!--".repeat(11800));
        texts.put("59,000 [", "[".repeat(59000));
        texts.put("59,000 `", "`a``b```c".repeat(6500));
        texts.put("links within links", "[a](".repeat(14000));
        texts.put("59,000 & of entities", "&amp".repeat(14700));
        texts.put("20,000 bare addresses", "www.a.b ".repeat(7300));
        return texts;
    }

    /** Posts at that rate; every twentieth is followed until it is published, few at once lest looking be the load. */
    private void crowd(List<String> members, int rate) {
        AtomicInteger number = new AtomicInteger();
        Semaphore followed = new Semaphore(5);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            long next = System.nanoTime();
            while (!over) {
                int mine = number.getAndIncrement();
                workers.submit(() -> member(members.get(mine % members.size()), mine, followed));
                next += 1_000_000_000L / rate;
                long rest = next - System.nanoTime();
                if (rest > 0) {
                    TimeUnit.NANOSECONDS.sleep(rest);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Void member(String token, int number, Semaphore followed) throws Exception {
        long at = System.nanoTime();
        HttpResponse<String> written = send(newPost(token, body("An ordinary text, number " + number + " of " + at)));
        if (written.statusCode() != 201) {
            refused.merge(written.statusCode(), 1, Integer::sum);
            return null;
        }
        if (number % 20 == 0 && followed.tryAcquire()) {
            try {
                Matcher id = ID.matcher(written.body());
                follow(id.find() ? id.group(1) : "", token, at);
            } finally {
                followed.release();
            }
        }
        return null;
    }

    private void follow(String id, String token, long at) throws Exception {
        while (System.nanoTime() - at < 30_000_000_000L) {
            HttpResponse<String> seen = send(request("/api/content/posts/" + id, token).GET());
            if (seen.body().contains("\"status\":\"PUBLISHED\"")) {
                publishedAfter.add((System.nanoTime() - at) / 1e9);
                return;
            }
            // To within a tenth, and no oftener: looking must not become the load that makes for more looking.
            TimeUnit.NANOSECONDS.sleep(Math.max(50_000_000L, (System.nanoTime() - at) / 10));
        }
        neverPublished.incrementAndGet();
    }

    private void report(String what) {
        report(what, what + ": ");
    }

    private void report(String what, String prefix) {
        List<Double> seconds = seen();
        System.out.printf(
                "%spublished after p50 %.2f s, longest %.2f s (%d seen)%n",
                prefix,
                seconds.isEmpty() ? Double.NaN : seconds.get(seconds.size() / 2),
                seconds.isEmpty() ? Double.NaN : seconds.getLast(),
                seconds.size());
        require(!seconds.isEmpty(), what + ": no post was seen published");
        require(
                seconds.isEmpty() || seconds.getLast() <= BOUND,
                "%s: a post was published after more than %.0f s".formatted(what, BOUND));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            failures.add(otherwise);
        }
    }

    private List<Socket> slowBodies(int count) throws Exception {
        URI gateway = URI.create(url);
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = connected();
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/content/posts HTTP/1.1\r\nHost: " + gateway.getAuthority()
                            + "\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            sockets.add(socket);
        }
        return sockets;
    }

    /** By sockets alone: a client that costs more than the answer would be the load it is to measure. */
    private int signInsOnlyBegun(int count) throws Exception {
        byte[] request = ("GET /oauth2/authorization/townhall HTTP/1.1\r\nHost: "
                        + URI.create(url).getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        int begun = 0;
        Socket[] connections = new Socket[4];
        long next = System.nanoTime();
        while (begun < count) {
            int mine = begun % connections.length;
            if (connections[mine] == null) {
                connections[mine] = connected();
            }
            connections[mine].getOutputStream().write(request);
            if (!answered(connections[mine].getInputStream())) {
                connections[mine].close();
                connections[mine] = null;
            }
            begun++;
            next += 1_000_000_000L / SIGN_INS_A_SECOND;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
        }
        for (Socket connection : connections) {
            if (connection != null) {
                connection.close();
            }
        }
        return begun;
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(OWN_ADDRESS, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", URI.create(url).getPort()));
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** Reads one answer; false when the connection ends with it. */
    private static boolean answered(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] chunk = new byte[8192];
        int end = -1;
        while (end < 0) {
            int count = in.read(chunk);
            if (count < 0) {
                throw new IOException("No answer to a sign-in: " + answer);
            }
            answer.append(new String(chunk, 0, count, StandardCharsets.ISO_8859_1));
            end = answer.indexOf("\r\n\r\n");
        }
        String head = answer.substring(0, end + 2);
        Matcher length = CONTENT_LENGTH.matcher(head);
        if (!length.find()) {
            return false;
        }
        in.skipNBytes(end + 4 + Integer.parseInt(length.group(1)) - answer.length());
        return !CLOSE.matcher(head).find();
    }

    private static String body(String text) {
        StringBuilder json = new StringBuilder("{\"kind\":\"DISCUSSION\",\"title\":\"A title\",\"topics\":[\"hostile\"],\"text\":\"");
        text.chars().forEach(c -> json.append(
                switch (c) {
                    case '\n' -> "\\n";
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    default -> String.valueOf((char) c);
                }));
        return json.append("\"}").toString();
    }

    private String token(String role, String member) throws Exception {
        String form = "grant_type=client_credentials&scope=" + role
                + (member == null ? "" : "&member_id=" + URLEncoder.encode(member, StandardCharsets.UTF_8));
        String credentials =
                Base64.getEncoder().encodeToString(("townhall-cli:" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer.body());
        if (!token.find()) {
            throw new IllegalStateException("No token: " + answer.statusCode() + " " + answer.body());
        }
        return token.group(1);
    }

    private HttpRequest.Builder newPost(String token, String body) {
        return request("/api/content/posts", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private void put(String path, String token, String body) throws Exception {
        send(request(path, token).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return send(http, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }

    private Map<String, String> processes() throws Exception {
        Map<String, String> pids = new TreeMap<>();
        Matcher process = PIDS.matcher(status().replaceAll("\\s+", ""));
        while (process.find()) {
            pids.put(process.group(1), process.group(2));
        }
        return pids;
    }

    private String status() throws Exception {
        Process process = new ProcessBuilder(HOME.resolve("townhall").toString(), "status", "--json", "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
