/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** What can be followed. Open, see {@link #UNKNOWN}. */
public enum FollowedType {
    MEMBER,
    TOPIC,
    POST,
    UNKNOWN
}
