/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Townhall under test: the one that {@code TOWNHALL_URL} names, else a standalone one, started by {@code ./townhall
 * up} for the first test and ended after the last.
 */
final class Townhall {

    /** Of an instance, counted from its first. */
    private static final int LAST_PORT = 22;

    /** From a service's port to that of its management. */
    private static final int MANAGEMENT = 10;

    private static final Path REPOSITORY = repository();
    private static final @Nullable String GIVEN = System.getenv("TOWNHALL_URL");
    /** The program to run in place of the embedded database, for the tests' second pass. */
    private static final @Nullable String MONGOD = System.getProperty("townhall.test.mongod");

    private static final Path DATA =
            REPOSITORY.resolve("end-to-end-tests/target/" + (MONGOD == null ? "townhall" : "townhall-on-mongod"));
    private static final Duration SETTLING = Duration.ofSeconds(90);

    private static final class Instance {
        static final Townhall ONLY = start();
    }

    /** What a command printed and returned. */
    record Outcome(int exitCode, String output) {}

    private final int port;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Townhall(int port) {
        this.port = port;
    }

    static Townhall running() {
        return Instance.ONLY;
    }

    private static Townhall start() {
        if (GIVEN != null) {
            return new Townhall(URI.create(GIVEN).getPort());
        }
        int port = freePort();
        Townhall townhall = new Townhall(port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> townhall.command("down")));
        List<String> up = new ArrayList<>(List.of("up", "--detach", "--port", Integer.toString(port)));
        if (MONGOD != null) {
            up.addAll(List.of("--mongod", MONGOD));
        }
        Outcome started = townhall.command(up.toArray(String[]::new));
        if (started.exitCode() != 0) {
            throw new IllegalStateException("./townhall up failed:\n" + started.output());
        }
        return townhall;
    }

    URI url() {
        return URI.create(GIVEN == null ? "http://localhost:" + port : GIVEN);
    }

    /** A service itself, past the gateway. */
    URI serviceUrl(String service) {
        int offset = switch (service) {
            case "content" -> 1;
            case "engagement" -> 2;
            case "moderation" -> 3;
            case "rewards" -> 4;
            default -> throw new IllegalArgumentException(service);
        };
        return URI.create("http://localhost:" + (port + offset));
    }

    /** Where a service shows its figures. */
    URI managementUrl(String service) {
        return URI.create("http://localhost:" + (serviceUrl(service).getPort() + MANAGEMENT));
    }

    /** The folder of the instance's data; only of one that was started for the tests. */
    Path data() {
        return DATA;
    }

    /** Whether it runs on a real MongoDB in place of the embedded server. */
    static boolean isOnMongod() {
        return MONGOD != null;
    }

    static Path repositoryRoot() {
        return REPOSITORY;
    }

    Client anonymous() {
        return new Client(url(), null);
    }

    /** Somebody with that role and member id. */
    Client as(String role, String memberId) {
        return new Client(url(), token(role, memberId));
    }

    Client member(String memberId) {
        return as("member", memberId);
    }

    Client moderator() {
        return as("moderator", "e2e-moderator");
    }

    Client operator() {
        return as("operator", "e2e-operator");
    }

    /** By the client credentials grant, as {@code ./townhall token} asks for it; again while the gateway cannot give it. */
    String token(String role, String memberId) {
        return tokens.computeIfAbsent(role + " " + memberId, key -> {
            String credentials = Base64.getEncoder()
                    .encodeToString(("townhall-cli:" + scriptSecret()).getBytes(StandardCharsets.UTF_8));
            String form = "grant_type=client_credentials&scope=%s&member_id=%s".formatted(role, memberId);
            return await().atMost(SETTLING)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(
                            () -> Client.form(url().resolve("/oauth2/token"), "Basic " + credentials, form),
                            reply -> reply.status() < 500)
                    .expect(200)
                    .field("access_token");
        });
    }

    /** What the gateway signs access tokens with; only of a Townhall that was started for the tests. */
    RSAKey signingKey() {
        String server = "mongodb://127.0.0.1:" + (port + LAST_PORT) + "/?directConnection=true";
        try (MongoClient mongo = MongoClients.create(server)) {
            Document key = Objects.requireNonNull(mongo.getDatabase("townhall-gateway")
                    .getCollection("signingKeys")
                    .find()
                    .first());
            JWEObject sealed = JWEObject.parse(key.getString("jwk"));
            sealed.decrypt(new DirectDecrypter(Base64.getDecoder().decode(secret("keysSecret"))));
            return RSAKey.parse(sealed.getPayload().toString());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String scriptSecret() {
        String given = System.getenv("TOWNHALL_CLIENT_SECRET");
        return given != null ? given : secret("scriptSecret");
    }

    private static String secret(String name) {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(DATA.resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(secrets.getProperty(name));
    }

    JsonNode status() {
        return JsonMapper.shared().readTree(command("status", "--json").output());
    }

    /** Waits until no event is left to deliver or to process. */
    void settle() {
        int[] quiet = {0};
        await().atMost(SETTLING).pollInterval(Duration.ofMillis(200)).until(() -> {
            long left = 0;
            for (String service : List.of("content", "engagement", "moderation", "rewards")) {
                JsonNode flow = operator()
                        .get("/api/" + service + "/operations/flow")
                        .expect(200)
                        .body();
                left += flow.path("outboxPending").asLong()
                        + flow.path("consumerLag").asLong()
                        + flow.path("jobsUndone").asLong()
                        + flow.path("unsettledEntitlements").asLong();
            }
            quiet[0] = left == 0 ? quiet[0] + 1 : 0;
            return quiet[0] == 3;
        });
    }

    /** Runs {@code ./townhall} on this instance's data. */
    Outcome command(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("sh", REPOSITORY.resolve("townhall").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", DATA.toString()));
        try {
            Path output = Files.createTempFile("townhall", ".out");
            // Into a file: a pipe would stay open as long as what the command leaves running.
            int exitCode = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            String printed = Files.readString(output);
            Files.delete(output);
            return new Outcome(exitCode, printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A port that is free with those after it, below where the system takes ports for connections going out. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 30_000);
            if (IntStream.rangeClosed(port, port + LAST_PORT).allMatch(Townhall::isFree)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("townhall"))
                ? here
                : here.resolve("..").normalize();
    }
}
