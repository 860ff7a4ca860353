/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.SubmittedText;
import community.townhall.events.TextSubmitted;
import org.jspecify.annotations.Nullable;

/**
 * A post was written, or a draft's or schedule's time came: it waits to be screened.
 *
 * @param authorName what its author is called, as far as is known: whoever writes for the first time is known with it;
 *     absent for what was imported
 */
public record PostCreated(PostState post, @Nullable String authorName) implements PostChanged, TextSubmitted {

    @Override
    public SubmittedText submitted() {
        return post.submitted();
    }
}
