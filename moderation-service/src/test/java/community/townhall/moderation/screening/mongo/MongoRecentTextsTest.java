/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.EmbeddedServers;
import community.townhall.moderation.screening.RecentText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What an author wrote of late is read and written in one step. */
@Tag("database")
class MongoRecentTextsTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final int AT_ONCE = 8;

    private final MongoClient client = MongoClients.create(EmbeddedServers.mongo());
    private final MongoTemplate mongo = new MongoTemplate(client, "recent-" + Ids.next());
    private final MongoRecentTexts texts = new MongoRecentTexts(mongo);

    @AfterEach
    void end() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void of_those_added_at_once_each_sees_all_that_were_added_before_it() throws Exception {
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int round = 0; round < 25; round++) {
                String author = "author " + round;
                List<Future<List<RecentText>>> seen = new ArrayList<>();
                for (int each = 0; each < AT_ONCE; each++) {
                    RecentText text = text("subject " + each, each);
                    seen.add(threads.submit(() -> {
                        together.await();
                        return texts.add(author, text);
                    }));
                }
                List<Integer> before = new ArrayList<>();
                for (Future<List<RecentText>> each : seen) {
                    before.add(each.get().size());
                }
                assertThat(before)
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, AT_ONCE).boxed().toList());
            }
        }
    }

    @Test
    void one_text_added_by_many_at_once_is_there_once() throws Exception {
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<RecentText>>> seen = new ArrayList<>();
            for (int each = 0; each < AT_ONCE; each++) {
                seen.add(threads.submit(() -> {
                    together.await();
                    return texts.add("ada", text("subject", 0));
                }));
            }
            for (Future<List<RecentText>> each : seen) {
                assertThat(each.get()).isEmpty();
            }
        }
        assertThat(texts.by("ada")).containsExactly(text("subject", 0));
    }

    @Test
    void what_comes_again_is_told_what_stood_before_it_and_changes_nothing() {
        RecentText first = text("first", 1);
        RecentText second = text("second", 2);
        RecentText third = text("third", 3);
        List.of(first, second, third).forEach(text -> texts.add("ada", text));

        assertThat(texts.add("ada", second)).containsExactly(first);
        assertThat(texts.add("ada", new RecentText("second", 1, "another", NOW.plusSeconds(9))))
                .containsExactly(first);
        assertThat(texts.by("ada")).containsExactly(first, second, third);
        assertThat(texts.by("grace")).isEmpty();
    }

    @Test
    void the_latest_are_kept_in_whatever_order_they_come() {
        List<RecentText> all = IntStream.range(0, 250)
                .mapToObj(at -> text("subject " + at, at))
                .toList();
        all.reversed().forEach(text -> texts.add("ada", text));
        all.forEach(text -> texts.add("ada", text));

        assertThat(texts.by("ada")).isEqualTo(all.subList(50, 250));
    }

    private static RecentText text(String subject, int second) {
        return new RecentText(subject, 1, "fingerprint", NOW.plusSeconds(second));
    }
}
