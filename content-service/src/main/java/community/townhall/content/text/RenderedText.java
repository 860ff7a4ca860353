/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.text;

/**
 * A text made ready to show.
 *
 * @param html safe to put into a page
 * @param excerpt the first words of it, without markup, at most {@value RenderedTexts#EXCERPT_LENGTH} characters
 */
public record RenderedText(String html, String excerpt) {}
