/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic.web;

import org.jspecify.annotations.Nullable;

/** @param posts how many published posts it has; may be some seconds old */
record TopicView(
        String slug,
        String name,
        String description,
        long posts,
        @Nullable String origin) {}
