/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.test.ServiceClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** No answer of the service grows with what was ever written: lists come in parts, and a part ends where it is long. */
class LongListsTest extends AgainstTheService {

    private static final int MOST_BYTES = 2_000_000;

    @Test
    void revisions_come_in_parts() {
        String id = published(ada, "DISCUSSION");
        for (int edit = 2; edit <= 14; edit++) {
            edit(ada, id, "A title", "%d ".formatted(edit) + "text ".repeat(11_000), version(id))
                    .expecting(200);
        }

        List<Answer> parts = parts("/posts/" + id + "/revisions", ada);

        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts).allSatisfy(part -> assertThat(part.body().toString()).hasSizeLessThan(MOST_BYTES));
        assertThat(parts.stream()
                        .flatMap(part -> part.body().path("items").valueStream())
                        .map(revision -> revision.path("revision").asInt()))
                .containsExactly(14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(get("/posts/" + id + "/revisions", null).body().path("items"))
                .as("readers saw the first alone")
                .hasSize(1);
        get("/posts/" + id + "/revisions?cursor=nonsense%21", null)
                .expecting(400)
                .naming("cursor", "Pattern");
    }

    @Test
    void answers_come_in_parts_that_follow_the_threads_first() {
        String question = published(ada, "QUESTION");
        List<String> answers = Stream.generate(() -> send(
                                HttpMethod.POST,
                                "/posts/" + question + "/answers",
                                bob,
                                Map.of("text", "long ".repeat(11_000)))
                        .expecting(201)
                        .id())
                .limit(9)
                .toList();
        answers.forEach(answer -> others.screen(answer, 1, Standing.APPROVED, 1));
        await().untilAsserted(() -> assertThat(
                        get("/posts/" + question, null).body().path("answers").asInt())
                .isEqualTo(9));

        Answer thread = get("/posts/" + question + "/thread", null);
        List<String> read = new ArrayList<>(thread.body()
                .path("answers")
                .valueStream()
                .map(answer -> answer.path("id").asString())
                .toList());
        assertThat(read).hasSizeBetween(1, 8);
        assertThat(thread.body().toString()).hasSizeLessThan(MOST_BYTES);
        String path = "/posts/" + question + "/answers";
        for (String next = thread.at("/next"); !next.isEmpty(); ) {
            Answer part = get(path + "?cursor=" + encoded(next), null).expecting(200);
            read.addAll(part.ids());
            next = part.at("/next");
        }

        assertThat(read).containsExactlyElementsOf(answers);
    }

    @Test
    void topics_come_in_parts() {
        List<String> slugs = parts("/topics?limit=1", null).stream()
                .flatMap(part -> part.body().path("items").valueStream())
                .map(each -> each.path("slug").asString())
                .toList();

        assertThat(slugs).doesNotHaveDuplicates().contains(topic);
        assertThat(get("/topics", null).body().path("items")).hasSize(slugs.size());
    }

    private List<Answer> parts(String path, @Nullable String token) {
        List<Answer> parts = new ArrayList<>();
        String next = "";
        do {
            String query = next.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "cursor=" + encoded(next);
            Answer part = get(path + query, token).expecting(200);
            parts.add(part);
            next = part.at("/next");
        } while (!next.isEmpty());
        return parts;
    }

    private static String encoded(String cursor) {
        return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
