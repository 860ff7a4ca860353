/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.about;

import community.townhall.texts.Markup;

/**
 * What a member says of themselves, brought along from another community.
 *
 * @param text as {@code markup} says
 * @param origin the community
 */
public record About(String memberId, String text, Markup markup, String origin) {}
