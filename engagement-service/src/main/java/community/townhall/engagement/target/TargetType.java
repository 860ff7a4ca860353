/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

/** What can be reacted to and commented on. An answer is a post. */
public enum TargetType {
    POST,
    COMMENT
}
