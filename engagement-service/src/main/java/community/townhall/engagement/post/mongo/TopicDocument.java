/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.post.mongo;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("topics")
record TopicDocument(@Id String slug, long version, String name) {}
