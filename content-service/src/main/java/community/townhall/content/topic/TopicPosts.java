/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import java.util.Map;

/** How much there is to read of each topic. */
public interface TopicPosts {

    /** The number of listed posts by slug; topics without any are left out. */
    Map<String, Long> countByTopic();
}
