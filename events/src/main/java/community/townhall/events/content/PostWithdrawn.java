/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.SubmittedText;
import community.townhall.events.TextDeleted;

/** Its author removed a post, for good. It comes with {@link PostRemoved}, which does not say who did. */
public record PostWithdrawn(PostState post) implements PostChanged, TextDeleted {

    @Override
    public SubmittedText deleted() {
        return post.submitted();
    }
}
