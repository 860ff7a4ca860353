/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import org.jspecify.annotations.Nullable;

/**
 * An edit of a published post. The former text stays in view until this one is let through. A declined one is kept: its
 * author sees why, and moderation may still change its mind.
 *
 * @param ruling what moderation said of it so far
 */
public record Proposal(Text text, @Nullable Ruling ruling) {

    public boolean isDeclined() {
        return ruling != null && ruling.standing() == Ruling.Standing.REJECTED;
    }
}
