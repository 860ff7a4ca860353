/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** An answer and who wrote it. */
public record AcceptedAnswer(String answerId, String authorId) {}
