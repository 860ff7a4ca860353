/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

import java.time.Duration;
import java.util.Arrays;

/**
 * The Kafka topics, one for each kind of aggregate. The number of partitions is fixed for good: changing it would send
 * an aggregate's later events past its earlier ones.
 */
public enum Topic {
    POST("content.post.v1", 6, Retention.A_YEAR),
    TOPIC("content.topic.v1", 1, Retention.A_YEAR),
    MEMBER("engagement.member.v1", 6, Retention.A_YEAR),
    COMMENT("engagement.comment.v1", 6, Retention.A_YEAR),
    REACTION("engagement.reaction.v1", 6, Retention.A_YEAR),
    TALLY("engagement.tally.v1", 6, Retention.A_YEAR),
    FOLLOW("engagement.follow.v1", 6, Retention.A_YEAR),
    THANKS("engagement.thanks.v1", 6, Retention.A_YEAR),
    NOTIFICATION("engagement.notification.v1", 6, Retention.A_WEEK),
    MODERATED_CONTENT("moderation.content.v1", 6, Retention.A_YEAR),
    ACCOUNT("rewards.account.v1", 6, Retention.A_YEAR);

    /**
     * A topic is never compacted to the newest event of each key: a relay that was held up may send an older event after
     * a newer one, which readers pass over and a compaction would keep.
     */
    private static final class Retention {

        /** What other services keep copies of, or book by. */
        static final Duration A_YEAR = Duration.ofDays(365);

        /** What is of no use later. */
        static final Duration A_WEEK = Duration.ofDays(7);
    }

    private final String topicName;
    private final int partitions;
    private final Duration retention;

    Topic(String topicName, int partitions, Duration retention) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.retention = retention;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    /** How long the broker keeps an event, whoever has read it: longer than any consumer may be away. */
    public Duration retention() {
        return retention;
    }

    /** The service whose aggregate it is, by the first part of its name, such as {@code content}. */
    public String owner() {
        return topicName.substring(0, topicName.indexOf('.'));
    }

    /** Where a consumer puts what it can never process; kept until somebody has dealt with it, however long. */
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
