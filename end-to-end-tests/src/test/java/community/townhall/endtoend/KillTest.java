/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every process is killed, without warning, while members write, and another one before it is back. What was accepted must
 * be there, every effect of it exactly once, and nothing may be left undone. A round kills each process at least once, two
 * at a time, and the next round other two together; there are {@code -Dkill.rounds}, one by default.
 */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 1);
    private static final int WRITERS = 4;
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    /**
     * The post has not reached the other service, or is not published, yet; or a process is away, which is no fault of
     * another: a 500 never is the answer.
     */
    private static final Set<Integer> MAY_PASS = Set.of(404, 409, 422, 502, 503, 504);

    private final Townhall townhall = Townhall.running();
    private final Community community = new Community(townhall);
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final Queue<Written> written = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusedMeanwhile = new AtomicInteger();

    /** A post of an author of its own, with one comment and one vote by others. */
    private record Written(String author, String postId, String commenter, String commentId, String voter) {}

    @Test
    void what_was_accepted_is_there_and_took_effect_once_whatever_is_killed()
            throws InterruptedException, ExecutionException {
        assumeTrue(System.getenv("TOWNHALL_URL") == null, "kills processes of a standalone Townhall");
        townhall.settle();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(threads.submit(this::write));
        }
        List<String> processes = processes();
        for (int round = 1; round <= ROUNDS; round++) {
            List<String> left = new ArrayList<>(processes);
            while (!left.isEmpty()) {
                String one = left.getFirst();
                int apart = 1 + (round - 1) % (processes.size() - 1);
                String other = processes.get((processes.indexOf(one) + apart) % processes.size());
                killBothAndAwaitTheirReturn(one, other, round);
                left.removeAll(List.of(one, other));
            }
        }
        int enough = written.size() + WRITERS;
        await().atMost(RECOVERY).until(() -> written.size() >= enough);
        writing.set(false);
        for (Future<?> writer : writers) {
            writer.get(); // had it failed, the load would have been less than meant
        }

        Instant stoppedWriting = Instant.now();
        townhall.settle();
        Duration settling = Duration.between(stoppedWriting, Instant.now());

        written.forEach(this::tookEffectOnce);
        JsonNode status = townhall.status();
        assertThat(status.path("ready").asBoolean()).isTrue();
        assertThat(status.path("deadLetters").asLong(-1)).isZero();
        assertThat(status.path("ledgerImbalance").asLong(-1)).isZero();
        assertThat(settling).isLessThan(RECOVERY);
        System.out.printf(
                "%d posts, comments and votes each accepted and found once; %d requests failed meanwhile and were"
                        + " repeated; settled %.1f s after the last write%n",
                written.size(), refusedMeanwhile.get(), settling.toMillis() / 1000.0);
    }

    private List<String> processes() {
        List<String> names = new ArrayList<>();
        townhall.status()
                .path("processes")
                .forEach(process -> names.add(process.path("name").asString()));
        assertThat(names).hasSizeGreaterThanOrEqualTo(7);
        return names;
    }

    private void killBothAndAwaitTheirReturn(String one, String other, int round) throws InterruptedException {
        int acceptedBefore = written.size();
        Instant killedAt = Instant.now();
        long onePid = kill(one);
        // Into whatever phase of the first one's end, start or recovery.
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(3_000));
        long otherPid = kill(other);
        await().atMost(RECOVERY.multipliedBy(2))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    JsonNode status = townhall.status();
                    return status.path("ready").asBoolean()
                            && process(status, one).path("pid").asLong() != onePid
                            && process(status, other).path("pid").asLong() != otherPid;
                });
        Duration away = Duration.between(killedAt, Instant.now());
        await().atMost(RECOVERY).until(() -> written.size() > acceptedBefore + WRITERS);
        System.out.printf(
                "round %d, %s and %s: all ready again after %.1f s%n", round, one, other, away.toMillis() / 1000.0);
    }

    private long kill(String name) {
        long pid = process(name).path("pid").asLong();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        return pid;
    }

    private JsonNode process(String name) {
        return process(townhall.status(), name);
    }

    private static JsonNode process(JsonNode status, String name) {
        for (JsonNode process : status.path("processes")) {
            if (process.path("name").asString().equals(name)) {
                return process;
            }
        }
        throw new AssertionError(name + " is not among the processes: " + status);
    }

    private void write() {
        while (writing.get()) {
            String author = Community.newMember();
            String reader = Community.newMember();
            String postId = untilAccepted(
                            () -> townhall.member(author),
                            "POST",
                            "/api/content/posts",
                            Community.post("DISCUSSION", "Under fire"))
                    .field("id");
            Map<String, Object> comment = Map.of("postId", postId, "text", "A comment under fire " + UUID.randomUUID());
            String commentId = untilAccepted(() -> townhall.member(reader), "POST", "/api/engagement/comments", comment)
                    .field("id");
            untilAccepted(
                    () -> townhall.member(reader), "PUT", "/api/engagement/reactions/post/" + postId + "/up", Map.of());
            written.add(new Written(author, postId, reader, commentId, reader));
        }
    }

    private interface SignedIn {
        Client get();
    }

    /** As a careful client does: the same request under the same key until there is an answer. */
    private Client.Reply untilAccepted(SignedIn member, String method, String path, Map<String, Object> body) {
        String key = UUID.randomUUID().toString();
        Client.Reply[] accepted = new Client.Reply[1];
        await().atMost(RECOVERY.multipliedBy(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50 + ThreadLocalRandom.current().nextInt(50)))
                .untilAsserted(() -> {
                    Client.Reply reply;
                    try {
                        reply = member.get().send(method, path, body, key);
                    } catch (UncheckedIOException e) {
                        // The connection broke: nobody knows whether it was accepted, which is what the key is for.
                        refusedMeanwhile.incrementAndGet();
                        throw new AssertionError(method + " " + path, e);
                    }
                    if (!MAY_PASS.contains(reply.status()) && reply.status() >= 300) {
                        throw new IllegalStateException(method + " " + path + ": " + reply.text());
                    }
                    refusedMeanwhile.addAndGet(reply.status() < 300 ? 0 : 1);
                    assertThat(reply.status())
                            .as("%s %s %s: %s", method, path, body, reply.text())
                            .isLessThan(300);
                    accepted[0] = reply;
                });
        return accepted[0];
    }

    private void tookEffectOnce(Written each) {
        Client author = townhall.member(each.author());
        assertThat(author.get("/api/content/posts/" + each.postId()).expect(200).field("status"))
                .isEqualTo("PUBLISHED");
        JsonNode post = author.get("/api/content/posts/" + each.postId()).body();
        assertThat(post.path("up").asLong()).as("votes on %s", each.postId()).isEqualTo(1);
        assertThat(post.path("comments").asLong())
                .as("comments on %s", each.postId())
                .isEqualTo(1);
        assertThat(author.get("/api/engagement/comments/" + each.commentId()).field("status"))
                .isEqualTo("PUBLISHED");
        JsonNode entries = author.get("/api/rewards/accounts/me/entries?limit=100")
                .expect(200)
                .body()
                .path("items");
        List<String> rules = new ArrayList<>();
        entries.forEach(entry -> rules.add(entry.path("rule").asString()));
        assertThat(rules).as("points of %s", each.author()).hasSize(2).doesNotHaveDuplicates();
        JsonNode notifications = author.get("/api/engagement/notifications?limit=100")
                .expect(200)
                .body()
                .path("items");
        List<String> kinds = new ArrayList<>();
        notifications.forEach(
                notification -> kinds.add(notification.path("kind").asString()
                        + notification.path("facts").path("rule").asString()));
        assertThat(kinds)
                .as("notifications of %s", each.author())
                .doesNotHaveDuplicates()
                .contains("post-published", "comment-posted", "reaction-received");
    }
}
