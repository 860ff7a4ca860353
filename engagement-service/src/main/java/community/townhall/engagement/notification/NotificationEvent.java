/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

/** What happened to a notification. */
public sealed interface NotificationEvent {

    /** A member is to be told of something. */
    record Raised(StoredNotification notification) implements NotificationEvent {}
}
