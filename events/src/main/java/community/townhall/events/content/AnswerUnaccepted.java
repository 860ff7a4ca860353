/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** A question's author took an acceptance back. */
public record AnswerUnaccepted(PostState post, AcceptedAnswer formerly) implements PostChanged {}
