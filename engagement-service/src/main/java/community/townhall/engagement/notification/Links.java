/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.post.Post;

/** Where notifications lead: paths in the console. */
public final class Links {

    public static final String REWARDS = "/rewards";

    private Links() {}

    /** An answer stands on its question's page. */
    public static String to(Post post) {
        return post.questionId() == null
                ? "/posts/" + post.id()
                : "/posts/" + post.questionId() + "#answer-" + post.id();
    }

    /** @param post the one it stands under */
    public static String to(Comment comment, Post post) {
        return "/posts/" + post.threadId() + "#comment-" + comment.id();
    }

    public static String toMember(String memberId) {
        return "/members/" + memberId;
    }
}
