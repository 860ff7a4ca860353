/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.KafkaHeaders;

/** Puts events among a consumer's dead letters, as they are, with what is said of them in Spring's headers. */
final class DeadLetterSender {

    private static final int MOST_SAID = 1_000;

    private final KafkaOperations<String, byte[]> kafka;

    DeadLetterSender(KafkaOperations<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /**
     * Returns when the broker has it.
     *
     * @throws RuntimeException when the broker does not take it
     */
    void layAside(String group, ConsumerRecord<String, byte[]> message, Throwable failure) {
        Headers headers = new RecordHeaders(message.headers());
        put(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, bytes(message.topic()));
        put(
                headers,
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(Integer.BYTES).putInt(message.partition()).array());
        put(
                headers,
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(Long.BYTES).putLong(message.offset()).array());
        put(
                headers,
                KafkaHeaders.DLT_ORIGINAL_TIMESTAMP,
                ByteBuffer.allocate(Long.BYTES).putLong(message.timestamp()).array());
        send(Topic.named(message.topic()).deadLetterTopicOf(group), message, headers, failure);
    }

    /** Puts a letter back to the end of its topic. */
    void layAsideAgain(ConsumerRecord<String, byte[]> letter, Throwable failure) {
        send(letter.topic(), letter, new RecordHeaders(letter.headers()), failure);
    }

    private void send(String topic, ConsumerRecord<String, byte[]> message, Headers headers, Throwable failure) {
        put(headers, KafkaHeaders.DLT_EXCEPTION_FQCN, bytes(failure.getClass().getName()));
        put(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE, bytes(said(failure)));
        kafka.send(new ProducerRecord<>(topic, 0, message.key(), message.value(), headers))
                .join();
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage();
        String said = message == null || failure instanceof Error ? failure.toString() : message;
        return said.length() <= MOST_SAID ? said : said.substring(0, MOST_SAID);
    }

    private static void put(Headers headers, String name, byte[] value) {
        headers.remove(name).add(name, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
