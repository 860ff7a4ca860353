/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

/**
 * Why content stands as it does, for its author.
 *
 * @param rule the rule's name, such as {@code lexicon} or {@code harassment}
 */
public record Reason(String rule, String explanation) {}
