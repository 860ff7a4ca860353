/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic.web;

import org.jspecify.annotations.Nullable;

/**
 * @param posts how many published posts it has; may be some seconds old
 * @param wikiHtml what it is about at length, safe to put into a page; only where one topic is asked for
 */
record TopicView(
        String slug,
        String name,
        String description,
        long posts,
        @Nullable String origin,
        @Nullable String wikiHtml) {}
