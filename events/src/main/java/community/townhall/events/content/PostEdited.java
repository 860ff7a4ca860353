/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.SubmittedText;
import community.townhall.events.TextSubmitted;

/** A new text was proposed for a post; it is screened before it shows. */
public record PostEdited(PostState post) implements PostChanged, TextSubmitted {

    @Override
    public SubmittedText submitted() {
        return post.submitted();
    }
}
