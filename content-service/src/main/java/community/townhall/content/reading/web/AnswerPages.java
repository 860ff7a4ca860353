/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading.web;

import community.townhall.content.reading.PostReading;
import community.townhall.content.reading.PostReadings;
import community.townhall.content.reading.PostView;
import community.townhall.content.reading.PostViews;
import community.townhall.kit.security.Caller;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers to a question, part by part: no answer of the service grows with what was ever written under one post. */
@Component
class AnswerPages {

    /** How many answers a page has at most. */
    static final int LIMIT = 50;

    /** A page ends with the answer that takes it beyond so many characters of text and HTML. */
    private static final int CHARACTERS = 500_000;

    private static final int AT_ONCE = 10;

    private final PostReadings readings;
    private final PostViews views;

    AnswerPages(PostReadings readings, PostViews views) {
        this.readings = readings;
        this.views = views;
    }

    /**
     * @param visible all answers that this reader may see, in their order, without their texts
     * @param cursor where the page before ended, absent for the first
     */
    Page<PostView> page(
            String questionId, List<PostReading> visible, @Nullable String cursor, int limit, @Nullable Caller caller) {
        CursorList list = CursorList.of("answers", questionId);
        Cursor after = list.decode(cursor, 2);
        int from = after == null ? 0 : following(visible, after);
        List<PostView> page = new ArrayList<>();
        int next = from;
        int characters = 0;
        while (next < visible.size() && page.size() < limit && characters < CHARACTERS) {
            int end = Math.min(Math.min(next + AT_ONCE, from + limit), visible.size());
            for (PostView view : load(visible.subList(next, end), caller)) {
                if (characters >= CHARACTERS) {
                    break;
                }
                page.add(view);
                characters += view.text().length() + view.html().length();
                next++;
            }
        }
        return new Page<>(
                page,
                next < visible.size() && !page.isEmpty()
                        ? list.cursor(next, page.getLast().id()).encode()
                        : null);
    }

    /** After that answer, wherever it stands by now; where it stood if it is gone. */
    private static int following(List<PostReading> visible, Cursor cursor) {
        for (int index = 0; index < visible.size(); index++) {
            if (visible.get(index).post().id().equals(cursor.text(1))) {
                return index + 1;
            }
        }
        return (int) Math.clamp(cursor.number(0), 0, visible.size());
    }

    private List<PostView> load(List<PostReading> part, @Nullable Caller caller) {
        List<String> ids = part.stream().map(answer -> answer.post().id()).toList();
        Map<String, PostReading> found = readings.findAll(ids).stream()
                .collect(Collectors.toMap(answer -> answer.post().id(), Function.identity()));
        return views.views(
                part.stream()
                        .map(answer -> found.getOrDefault(answer.post().id(), answer))
                        .toList(),
                caller);
    }
}
