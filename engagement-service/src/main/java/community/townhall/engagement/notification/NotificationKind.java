/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

/**
 * One way of telling members. Each feature has its own.
 *
 * @param label its name in requests and events, such as {@code post-published}
 * @param family what a member is told of once for a cause, in whichever kinds of it
 */
public record NotificationKind(String label, String family) {

    private static final String TEXT = "text";

    /** Of what is told in no other way. */
    public static NotificationKind of(String label) {
        return new NotificationKind(label, label);
    }

    /**
     * Of a new text, of which a member is told once: a later edit may mention who was told of it as a follower.
     */
    public static NotificationKind ofText(String label) {
        return new NotificationKind(label, TEXT);
    }
}
