/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import community.townhall.texts.Markup;
import org.jspecify.annotations.Nullable;

/**
 * What a topic is about, at length: its description is a line or two.
 *
 * @param slug of the topic
 * @param text as {@code markup} says
 * @param origin the community that has one of the topic too, absent for one that was only ever written here
 */
public record Wiki(
        String slug, String text, Markup markup, @Nullable String origin) {}
