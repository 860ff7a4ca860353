/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moderation says of a post.
 *
 * @param version of moderation's judgement of this post: a higher one replaces a lower one
 * @param revision of the newest text that moderation knows
 * @param standing of the post when it is a takedown, else of that text
 * @param byPerson whether a person decided rather than a machine
 */
public record Ruling(
        long version, int revision, Standing standing, List<Reason> reasons, boolean byPerson, Instant at) {

    public Ruling {
        reasons = List.copyOf(reasons);
    }

    /** What is to become of the post. */
    public enum Standing {
        APPROVED,
        HELD,
        REJECTED,
        HIDDEN,
        REMOVED
    }

    /** Why, for the author: the rule's name and an explanation for people. */
    public record Reason(String rule, String explanation) {}

    /** Takes the whole post from view, whatever its text says by now. */
    public boolean isTakedown() {
        return standing == Standing.HIDDEN || standing == Standing.REMOVED;
    }

    public boolean isNewerThan(@Nullable Ruling other) {
        return other == null || version > other.version;
    }

    /** The same word, as what it comes to for an earlier text that was let through and stays in view. */
    public Ruling approving(int letThrough) {
        return new Ruling(version, letThrough, Standing.APPROVED, List.of(), byPerson, at);
    }

    public PostStatus status() {
        return switch (standing) {
            case APPROVED -> PostStatus.PUBLISHED;
            case HELD -> PostStatus.HELD;
            case REJECTED -> PostStatus.REJECTED;
            case HIDDEN -> PostStatus.HIDDEN;
            case REMOVED -> PostStatus.REMOVED;
        };
    }
}
