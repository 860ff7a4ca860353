/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.moderation;

import community.townhall.content.post.Posts;
import java.time.Clock;

/** Makes what applies rulings to posts. */
public final class Rulings {

    private Rulings() {}

    public static ApplyRuling to(Posts posts, Clock clock) {
        return new ApplyRuling(posts, clock);
    }
}
