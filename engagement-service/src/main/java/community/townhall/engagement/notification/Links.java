/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.post.Post;
import org.jspecify.annotations.Nullable;

/** Where notifications lead: paths in the console. */
public final class Links {

    public static final String REWARDS = "/rewards";

    private Links() {}

    /** An answer stands on its question's page. */
    public static String to(Post post) {
        return toPost(post.id(), post.questionId());
    }

    /** @param questionId what it answers, absent for what is no answer */
    public static String toPost(String id, @Nullable String questionId) {
        return questionId == null ? "/posts/" + id : "/posts/" + questionId + "#answer-" + id;
    }

    /** @param post the one it stands under */
    public static String toComment(String id, Post post) {
        return "/posts/" + post.threadId() + "#comment-" + id;
    }

    /** @param post the one it stands under */
    public static String to(Comment comment, Post post) {
        return toComment(comment.id(), post);
    }

    public static String toMember(String memberId) {
        return "/members/" + memberId;
    }
}
