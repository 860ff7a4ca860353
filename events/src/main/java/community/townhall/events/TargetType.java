/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

/** What can be commented on, reacted to, reported. An answer is a post. Open, see {@link #UNKNOWN}. */
public enum TargetType {
    POST,
    COMMENT,
    UNKNOWN
}
