/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

/** The answer a question's author accepted, and who wrote it. */
public record AcceptedAnswer(String answerId, String authorId) {

    public static AcceptedAnswer of(Post answer) {
        return new AcceptedAnswer(answer.id(), answer.authorId());
    }
}
