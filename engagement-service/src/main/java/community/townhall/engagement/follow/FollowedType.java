/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow;

/** What can be followed. */
public enum FollowedType {
    MEMBER,
    TOPIC,
    POST
}
