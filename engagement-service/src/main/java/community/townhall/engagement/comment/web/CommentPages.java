/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.web;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.Comments;
import community.townhall.kit.security.Caller;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The comments under posts, part by part: a part ends where it is long, however many comments were asked for. */
@Component
class CommentPages {

    /** A page ends with the comment that takes it beyond so many characters of text and HTML. */
    private static final int CHARACTERS = 500_000;

    private static final int AT_ONCE = 100;

    private final Comments comments;
    private final CommentViews views;

    CommentPages(Comments comments, CommentViews views) {
        this.comments = comments;
        this.views = views;
    }

    /**
     * @param asked the posts whose comments these are to be
     * @param posts those of them that the caller sees
     * @param cursor where the page before ended, absent for the first
     */
    Page<CommentView> page(
            Collection<String> asked,
            Collection<String> posts,
            @Nullable Caller caller,
            @Nullable String cursor,
            int limit) {
        CursorList list = CursorList.of("comments", new TreeSet<>(asked));
        List<CommentView> items = new ArrayList<>();
        Cursor after = list.decode(cursor, 2);
        int characters = 0;
        while (true) {
            int wanted = Math.min(AT_ONCE, limit - items.size());
            Page<Comment> part = read(list, posts, caller, after, wanted);
            for (CommentView view : views.of(part.items(), caller)) {
                items.add(view);
                after = list.cursor(view.createdAt(), view.id());
                characters += view.text().length() + view.html().length();
                if (characters > CHARACTERS) {
                    boolean last = part.next() == null
                            && view.id().equals(part.items().getLast().id());
                    return new Page<>(items, last ? null : after.encode());
                }
            }
            if (part.next() == null || items.size() >= limit) {
                return new Page<>(items, part.next());
            }
        }
    }

    private Page<Comment> read(
            CursorList list, Collection<String> posts, @Nullable Caller caller, @Nullable Cursor after, int wanted) {
        List<Comment> found = comments.under(
                posts,
                caller == null ? null : caller.memberId(),
                after == null ? null : after.instant(0),
                after == null ? null : after.text(1),
                wanted + 1);
        return Page.of(found, wanted, last -> list.cursor(last.createdAt(), last.id()));
    }
}
