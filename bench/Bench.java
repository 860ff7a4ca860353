/* SPDX-License-Identifier: Apache-2.0 */
import com.mongodb.client.MongoClients;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;

/** Starts a Townhall, loads it with wrk, and prints what it did and what it cost. See run for the options. */
public final class Bench {

    private static final Path HOME = Path.of(System.getProperty("townhall.home"));
    private static final int PORT = 18300;
    private static final String URL = "http://127.0.0.1:" + PORT;
    private static final List<String> SCENARIOS = List.of("feed", "thread", "comments", "vote", "comment", "post", "mixed");
    private static final double TICKS_PER_SECOND = 100;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final String secret;
    private final Map<String, Long> pids;

    private Bench(Path folder) throws Exception {
        this.folder = folder;
        Properties secrets = new Properties();
        try (var file = Files.newBufferedReader(folder.resolve("data/secrets.properties"))) {
            secrets.load(file);
        }
        this.secret = secrets.getProperty("scriptSecret");
        this.pids = pids();
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>(Map.of("--seconds", "10", "--users", "1,16,64", "--members", "100,1000"));
        for (int i = 0; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            options.put(arguments[i], hasValue ? arguments[++i] : "");
        }
        Path folder = Files.createDirectories(HOME.resolve("bench/results"));
        Files.deleteIfExists(folder.resolve("tokens"));
        townhall(folder, "down");
        deleteAll(folder.resolve("data"));
        long startedAt = System.nanoTime();
        List<String> up = new ArrayList<>(List.of("up", "--detach", "--port", Integer.toString(PORT)));
        if (options.containsKey("--mongod")) {
            up.add("--mongod");
            up.addAll(options.get("--mongod").isEmpty() ? List.of() : List.of(options.get("--mongod")));
        }
        if (townhall(folder, up.toArray(String[]::new)) != 0) {
            System.exit(1);
        }
        System.out.printf("up: ready after %.1f s%n", (System.nanoTime() - startedAt) / 1e9);
        try {
            if (options.containsKey("--dump")) {
                townhall(folder, "import", "stackexchange", options.get("--dump"));
            }
            new Bench(folder).run(
                    Integer.parseInt(options.get("--seconds")), numbers(options.get("--users")), numbers(options.get("--members")));
        } finally {
            townhall(folder, "down");
        }
    }

    private void run(int seconds, List<Integer> users, List<Integer> members) throws Exception {
        seed();
        ceilings(seconds);
        System.out.printf("%n%-9s %6s %8s %9s %8s %8s %8s %7s   CPU by process%n",
                "", "users", "members", "req/s", "p50 ms", "p95 ms", "p99 ms", "errors");
        for (int active : members) {
            tokens(active);
            for (int concurrent : users) {
                for (String scenario : SCENARIOS) {
                    measure(scenario, concurrent, active, seconds);
                }
            }
        }
        eventLatency();
        steadyPosts(50, 20);
        memory();
    }

    private void measure(String scenario, int users, int members, int seconds) throws Exception {
        Map<String, Double> before = cpuSeconds();
        double[] figures = wrk(URL, HOME.resolve("bench/wrk/" + scenario + ".lua"), users, seconds);
        Map<String, Double> after = cpuSeconds();
        double elapsed = figures[1] / 1e6;
        StringBuilder cpu = new StringBuilder();
        after.forEach((name, used) ->
                cpu.append("%s %.0f %%  ".formatted(name, 100 * (used - before.getOrDefault(name, 0.0)) / elapsed)));
        System.out.printf("%-9s %6d %8d %9.0f %8.1f %8.1f %8.1f %7.0f   %s wrk %.0f %%%n",
                scenario, users, members, figures[0] / elapsed, figures[3] / 1000, figures[4] / 1000, figures[5] / 1000,
                figures[2], cpu, 100 * figures[6] / elapsed);
        settle();
    }

    /** @return requests, microseconds, errors, p50, p95, p99 in microseconds, CPU seconds of the generator */
    private double[] wrk(String url, Path script, int users, int seconds) throws Exception {
        Path output = folder.resolve("wrk.out");
        ProcessBuilder command = new ProcessBuilder("wrk", "-t1", "-c" + users, "-d" + seconds + "s", "-s", script.toString(), url)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().put("BENCH_FOLDER", folder.toString());
        command.environment().put("BENCH_SCRIPTS", HOME.resolve("bench/wrk").toString());
        Process wrk = command.start();
        double cpu = 0;
        while (wrk.isAlive()) {
            cpu = Math.max(cpu, cpuSecondsOf(wrk.pid()));
            wrk.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        String printed = Files.readString(output);
        Matcher figures = Pattern.compile("FIGURES (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)").matcher(printed);
        if (!figures.find()) {
            throw new IllegalStateException("wrk said: " + printed);
        }
        double[] result = new double[7];
        for (int i = 0; i < 6; i++) {
            result[i] = Double.parseDouble(figures.group(i + 1));
        }
        result[6] = cpu;
        return result;
    }

    /** What this machine can do at most: the same payload from a handler that does nothing, bare inserts, bare sends. */
    private void ceilings(int seconds) throws Exception {
        tokens(10);
        byte[] payload = send("GET", "/api/content/feeds/latest?limit=20", null, null).body().getBytes(StandardCharsets.UTF_8);
        HttpServer trivial = HttpServer.create(new InetSocketAddress("127.0.0.1", PORT + 90), 0);
        trivial.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        trivial.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, payload.length);
            exchange.getResponseBody().write(payload);
            exchange.close();
        });
        trivial.start();
        double[] figures = wrk("http://127.0.0.1:" + (PORT + 90), HOME.resolve("bench/wrk/feed.lua"), 16, seconds);
        trivial.stop(0);
        System.out.printf("ceiling: trivial handler, the feed's %d bytes: %.0f req/s%n", payload.length, figures[0] / (figures[1] / 1e6));
        try (var mongo = MongoClients.create("mongodb://127.0.0.1:" + (PORT + 22) + "/?directConnection=true")) {
            var collection = mongo.getDatabase("bench").getCollection("raw");
            System.out.printf("ceiling: insertOne, 16 threads: %.0f /s%n", perSecond(seconds, 16, () ->
                    collection.insertOne(new Document("text", "x".repeat(1000)))));
        }
        Map<String, Object> producer = Map.of("bootstrap.servers", "127.0.0.1:" + (PORT + 20), "acks", "all", "linger.ms", 1);
        try (var kafka = new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer());
                var admin = org.apache.kafka.clients.admin.Admin.create(producer)) {
            admin.createTopics(List.of(new org.apache.kafka.clients.admin.NewTopic("bench", 6, (short) 1))).all().get();
            System.out.printf("ceiling: Kafka produce, acks=all, 1 kB, 16 threads awaiting each: %.0f /s%n", perSecond(seconds, 16, () -> {
                try {
                    kafka.send(new ProducerRecord<>("bench", new byte[1000])).get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
            admin.deleteTopics(List.of("bench")).all().get();
        }
    }

    private static double perSecond(int seconds, int threads, Runnable work) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(executor.submit(() -> {
                    long count = 0;
                    while (System.nanoTime() < end) {
                        work.run();
                        count++;
                    }
                    return count;
                }));
            }
            long sum = 0;
            for (Future<Long> count : counts) {
                sum += count.get();
            }
            return (double) sum / seconds;
        }
    }

    private void seed() throws Exception {
        String operator = token("operator", "bench-operator");
        send("PUT", "/api/content/topics/bench", operator, "{\"name\":\"Bench\",\"description\":\"\"}");
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String body = "{\"kind\":\"DISCUSSION\",\"title\":\"To be read %d\",\"text\":\"Something to read, %d\",\"topics\":[\"bench\"]}";
            HttpResponse<String> written = send("POST", "/api/content/posts", token("member", "bench-author-" + i), body.formatted(i, i));
            Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(written.body());
            if (!id.find()) {
                throw new IllegalStateException(written.body());
            }
            posts.add(id.group(1));
        }
        Files.write(folder.resolve("posts"), posts);
        settle();
    }

    private void tokens(int count) throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(token("member", "bench-member-" + i));
        }
        Files.write(folder.resolve("tokens"), tokens);
    }

    private String token(String role, String member) throws Exception {
        String credentials = Base64.getEncoder().encodeToString(("townhall-cli:" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(URL + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + role + "&member_id=" + member))
                .build();
        Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(http.send(request, BodyHandlers.ofString()).body());
        if (!token.find()) {
            throw new IllegalStateException("No token for " + member);
        }
        return token.group(1);
    }

    private HttpResponse<String> send(String method, String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(URL + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Waits until every event has taken effect, so that one scenario does not pay for the one before. */
    private void settle() throws Exception {
        String operator = token("operator", "bench-operator");
        for (int quiet = 0; quiet < 2; ) {
            long left = 0;
            for (String service : List.of("content", "engagement", "moderation", "rewards")) {
                Matcher figures = Pattern.compile("\"(?:outboxPending|consumerLag|jobsUndone|unsettledEntitlements)\":(\\d+)")
                        .matcher(send("GET", "/api/" + service + "/operations/flow", operator, null).body());
                while (figures.find()) {
                    left += Long.parseLong(figures.group(1));
                }
            }
            quiet = left == 0 ? quiet + 1 : 0;
            Thread.sleep(200);
        }
    }

    /** One post after another, at rest: from the write to the points. */
    private void eventLatency() throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String author = token("member", "bench-latency-" + System.nanoTime());
            long startedAt = System.nanoTime();
            send("POST", "/api/content/posts", author,
                    "{\"kind\":\"DISCUSSION\",\"title\":\"How long\",\"text\":\"How long, %d\",\"topics\":[\"bench\"]}".formatted(i));
            while (!send("GET", "/api/rewards/accounts/me", author, null).body().contains("\"balance\":5")) {
                Thread.sleep(5);
            }
            millis.add((System.nanoTime() - startedAt) / 1e6);
        }
        millis.sort(null);
        System.out.printf("%naccepted write to points, one at a time: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms%n",
                millis.get(24), millis.get(47), millis.get(49));
    }

    /** Posts at a steady rate, whatever the answers take: from each accepted write to the entry of its points. */
    private void steadyPosts(int perSecond, int seconds) throws Exception {
        int authors = perSecond * 10;
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < authors; i++) {
            tokens.add(token("member", "bench-steady-" + i));
        }
        Map<String, java.time.Instant> acceptedAt = new java.util.concurrent.ConcurrentHashMap<>();
        Pattern id = Pattern.compile("\"id\":\"([^\"]+)\"");
        Pattern createdAt = Pattern.compile("\"createdAt\":\"([^\"]+)\"");
        java.util.concurrent.atomic.AtomicInteger failed = new java.util.concurrent.atomic.AtomicInteger();
        long startedAt = System.nanoTime();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < perSecond * seconds; i++) {
                int number = i;
                java.util.concurrent.locks.LockSupport.parkNanos(startedAt + i * 1_000_000_000L / perSecond - System.nanoTime());
                executor.submit(() -> {
                    HttpResponse<String> written = send("POST", "/api/content/posts", tokens.get(number % authors),
                            "{\"kind\":\"DISCUSSION\",\"title\":\"At a steady rate\",\"text\":\"Number %d\",\"topics\":[\"bench\"]}".formatted(number));
                    Matcher post = id.matcher(written.body());
                    Matcher created = createdAt.matcher(written.body());
                    if (written.statusCode() == 201 && post.find() && created.find()) {
                        acceptedAt.put(post.group(1), java.time.Instant.parse(created.group(1)));
                    } else {
                        failed.incrementAndGet();
                    }
                    return null;
                });
            }
        }
        double took = (System.nanoTime() - startedAt) / 1e9;
        settle();
        List<Long> millis = new ArrayList<>();
        Pattern entry = Pattern.compile("\"subjectId\":\"([^\"]+)\".*?\"recordedAt\":\"([^\"]+)\"");
        for (String token : tokens) {
            Matcher entries = entry.matcher(send("GET", "/api/rewards/accounts/me/entries?limit=100", token, null).body());
            while (entries.find()) {
                java.time.Instant accepted = acceptedAt.remove(entries.group(1));
                if (accepted != null) {
                    millis.add(java.time.Duration.between(accepted, java.time.Instant.parse(entries.group(2))).toMillis());
                }
            }
        }
        millis.sort(null);
        System.out.printf("accepted write to points at %.0f posts/s: p50 %d ms, p95 %d ms, p99 %d ms of %d posts; %d failed, %d without points%n",
                perSecond * seconds / took, millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100),
                millis.get(millis.size() * 99 / 100), millis.size(), failed.get(), acceptedAt.size());
    }

    private void memory() throws IOException {
        long total = 0;
        Map<String, Long> each = new LinkedHashMap<>();
        for (Map.Entry<String, Long> process : pids.entrySet()) {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.getValue() + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    long megabytes = Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                    each.put(process.getKey(), megabytes);
                    total += megabytes;
                }
            }
        }
        System.out.println("memory at the end, MB: " + each + ", all " + total);
    }

    private Map<String, Double> cpuSeconds() throws IOException {
        Map<String, Double> used = new LinkedHashMap<>();
        for (Map.Entry<String, Long> process : pids.entrySet()) {
            used.put(process.getKey(), cpuSecondsOf(process.getValue()));
        }
        return used;
    }

    private static double cpuSecondsOf(long pid) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (java.nio.file.NoSuchFileException e) {
            return 0;
        }
    }

    private Map<String, Long> pids() throws Exception {
        Path output = folder.resolve("status.json");
        new ProcessBuilder("sh", HOME.resolve("townhall").toString(), "status", "--json", "--data", folder.resolve("data").toString())
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        Map<String, Long> pids = new LinkedHashMap<>();
        Matcher process = Pattern.compile("\"name\" : \"(\\w+)\",\\s+\"pid\" : (\\d+)").matcher(Files.readString(output));
        while (process.find()) {
            pids.put(process.group(1), Long.valueOf(process.group(2)));
        }
        return pids;
    }

    private static int townhall(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", HOME.resolve("townhall").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        // The limits are there to stop what this does.
        process.environment().put("TOWNHALL_GATEWAY_RATELIMITS_ENABLED", "false");
        process.environment().put("TOWNHALL_MODERATION_VELOCITY_MOST", "1000000");
        process.redirectOutput(folder.resolve(arguments[0] + ".out").toFile());
        return process.start().waitFor();
    }

    private static void deleteAll(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var files = Files.walk(root)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
    }
}
