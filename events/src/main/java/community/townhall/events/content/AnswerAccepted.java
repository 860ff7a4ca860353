/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import org.jspecify.annotations.Nullable;

/** A question's author accepted an answer, perhaps in place of another. */
public record AnswerAccepted(
        PostState post, AcceptedAnswer accepted, @Nullable AcceptedAnswer formerly) implements PostChanged {}
