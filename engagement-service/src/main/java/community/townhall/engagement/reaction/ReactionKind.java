/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

import community.townhall.kit.refusal.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The gestures there are. */
public enum ReactionKind {
    UP("vote"),
    DOWN("vote"),
    LIKE("like"),
    THANKS("thanks"),
    CELEBRATE("celebrate"),
    BOOKMARK("bookmark");

    private final String slot;

    ReactionKind(String slot) {
        this.slot = slot;
    }

    /** Of the kinds that share a slot a member has at most one: up and down are two ways to use one vote. */
    public String slot() {
        return slot;
    }

    /** Its name in requests and events. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> slots() {
        return Arrays.stream(values()).map(ReactionKind::slot).distinct().toList();
    }

    /** @throws Refusal naming {@code kind} when there is none of that name */
    public static ReactionKind labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "kind", "known", "kind must be one of up, down, like, thanks, celebrate, bookmark"));
    }
}
