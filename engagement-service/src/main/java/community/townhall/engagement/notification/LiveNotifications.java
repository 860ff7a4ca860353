/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

/** Members who are looking at this moment. */
public interface LiveNotifications {

    /** Shows it to its member if they are connected to this instance. Never waits. */
    void show(StoredNotification notification);
}
