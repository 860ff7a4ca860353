/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

import java.util.Arrays;

/**
 * The Kafka topics, one for each kind of aggregate. The number of partitions is fixed for good: changing it would send
 * an aggregate's later events past its earlier ones.
 */
public enum Topic {
    POST("content.post.v1", 6),
    TOPIC("content.topic.v1", 1),
    MEMBER("engagement.member.v1", 6),
    COMMENT("engagement.comment.v1", 6),
    REACTION("engagement.reaction.v1", 6),
    TALLY("engagement.tally.v1", 6),
    FOLLOW("engagement.follow.v1", 6),
    NOTIFICATION("engagement.notification.v1", 6),
    MODERATED_CONTENT("moderation.content.v1", 6),
    ACCOUNT("rewards.account.v1", 6);

    private final String topicName;
    private final int partitions;

    Topic(String topicName, int partitions) {
        this.topicName = topicName;
        this.partitions = partitions;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    /** The service whose aggregate it is, by the first part of its name, such as {@code content}. */
    public String owner() {
        return topicName.substring(0, topicName.indexOf('.'));
    }

    /** Where a consumer puts what it can never process. */
    public String deadLetterTopicOf(String consumer) {
        return topicName + "." + consumer + ".dlt";
    }

    /** @throws IllegalArgumentException when no topic of the catalogue has that name */
    public static Topic named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic " + topicName + " in the catalogue"));
    }
}
