/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

/**
 * Who works on a case.
 *
 * @param isOperator operators decide what was escalated, and take over what others hold
 */
public record Moderator(String id, boolean isOperator) {}
